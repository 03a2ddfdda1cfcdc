package io.agent33.sync.github.pull;

/** What came of the wish that a pull request be merged without a person, as far as its marker remembers. */
enum Merging {
    /** Nobody asked for it yet. */
    UNASKED(""),
    /** GitHub waits for its requirements; if it does so no more, a person turned that off. */
    AWAITED(" auto-merge"),
    /** GitHub would neither wait nor merge then; its state may change. */
    UNREADY(" auto-merge-unready"),
    /** It is not allowed here. */
    REFUSED(" auto-merge-refused"),
    /** A person took the marker away. */
    FORGOTTEN(" auto-merge-forgotten");

    private final String word;

    Merging(String word) {
        this.word = word;
    }

    /** With a blank before it; empty for {@link #UNASKED}. */
    String word() {
        return word;
    }
}
