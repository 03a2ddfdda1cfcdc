package io.agent33.sync.core.plan.reconcile;

/** The rows of S8's table; the first that fits decides. */
public enum Row {
    NEVER_WANTED("never delivered, and the downstream opted out: nothing is done"),
    FIRST("the first delivery: upstream's content"),
    FIRST_WITH_OVERRIDE("the first delivery: the override's content, to be confirmed"),
    OPTED_OUT("the downstream opted out: nothing is done, the record is kept as ignored"),
    FORGOTTEN("gone upstream and here, never customised: the record is dropped"),
    DELETED("gone upstream, not customised: deleted"),
    RELEASED("gone upstream, customised here: kept, and no longer in step"),
    DELETED_HERE("deleted here: opted out from now on"),
    BLOCKED("the rule says that a local change blocks it"),
    FROZEN("in doubt: target, override and state stay as they are"),
    UNRESOLVED("a conflict waits for its resolution: nothing new is done"),
    MERGED_AGAIN("a conflict waits, and a side moved on: merged again from the first ancestor"),
    RESOLVED("a conflict was resolved at the target: the resolution becomes the override"),
    MERGED("the override and upstream's content are merged");

    private final String words;

    Row(String words) {
        this.words = words;
    }

    /** What the row says. */
    public String words() {
        return words;
    }
}
