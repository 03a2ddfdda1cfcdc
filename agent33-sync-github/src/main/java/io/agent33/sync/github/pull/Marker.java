package io.agent33.sync.github.pull;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * What a publisher remembers of a pull request, in a comment at the end of its body that nobody sees.
 *
 * @param state whether it is wanted
 * @param draft whether it was said to be a draft at last: who changed that since was a person
 * @param merging what came of asking for it to be merged by itself
 * @param refused reviewers whom GitHub did not accept, and who are not asked again
 * @param asked reviewers who were asked, and are not asked again: one who gave a review is not among the requested any more
 */
record Marker(State state, boolean draft, Merging merging, List<String> refused, List<String> asked) {
    enum State {
        /** It is to be open. */
        WANTED,
        /** The publisher closed it. */
        TAKEN_BACK
    }

    private static final Pattern COMMENT = Pattern.compile(
            "(?m)^<!-- agent33-sync (wanted|taken-back)( draft)?( auto-merge(?:-[a-z]+)?)?((?: [-+][^\\s>]+)*) -->[ \\t]*$");

    Marker {
        refused = List.copyOf(refused);
        asked = List.copyOf(asked);
    }

    /** What is remembered where nothing was asked for yet. */
    static Marker fresh(boolean draft) {
        return new Marker(State.WANTED, draft, Merging.UNASKED, List.of(), List.of());
    }

    /**
     * The last one in a body, wherever it stands, since people write below it; of a body without one, what a pull request has that a
     * person made or wrote over.
     */
    static Marker in(String body, boolean draft) {
        return last(body)
                .map(found -> new Marker(
                        found.group(1).equals("wanted") ? State.WANTED : State.TAKEN_BACK,
                        found.group(2) != null,
                        merging(found.group(3)),
                        names(found.group(4), '-'),
                        names(found.group(4), '+')))
                .orElse(new Marker(State.WANTED, draft, Merging.FORGOTTEN, List.of(), List.of()));
    }

    static boolean isIn(String body) {
        return last(body).isPresent();
    }

    private static Optional<MatchResult> last(String body) {
        return COMMENT.matcher(body.replace("\r\n", "\n")).results().reduce((one, other) -> other);
    }

    private static List<String> names(String words, char sign) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty() && word.charAt(0) == sign)
                .map(word -> word.substring(1))
                .toList();
    }

    private static Merging merging(@Nullable String word) {
        return Stream.of(Merging.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(Merging.UNASKED);
    }

    /** The body of which this is said. */
    static String without(String body) {
        String text = body.replace("\r\n", "\n");
        return last(text)
                .map(found -> text.substring(0, found.start()).replaceFirst("\\n+\\z", "")
                        + text.substring(found.end()).replaceFirst("\\s+\\z", ""))
                .orElse(text);
    }

    /** A body that says this too. */
    String on(String body) {
        StringBuilder text = new StringBuilder(without(body));
        text.append("\n\n<!-- agent33-sync ").append(state == State.WANTED ? "wanted" : "taken-back");
        text.append(draft ? " draft" : "").append(merging.word());
        refused.forEach(name -> text.append(" -").append(name));
        asked.forEach(name -> text.append(" +").append(name));
        return text.append(" -->\n").toString();
    }

    Marker with(Reviewers.Asked reviewers) {
        return new Marker(
                state, draft, merging, joined(refused, reviewers.refused()), joined(asked, reviewers.asked()));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    Marker merging(Merging now) {
        return new Marker(state, draft, now, refused, asked);
    }

    /** The same of one that is wanted, and so. */
    Marker wanted(boolean asDraft) {
        return new Marker(State.WANTED, asDraft, merging, refused, asked);
    }

    Marker takenBack() {
        return new Marker(State.TAKEN_BACK, draft, Merging.UNASKED, refused, asked);
    }
}
