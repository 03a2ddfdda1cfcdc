package io.agent33.sync.github.pull;

import java.util.List;
import java.util.regex.Matcher;
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
 */
record Marker(State state, boolean draft, Merging merging, List<String> refused) {
    enum State {
        /** It is to be open. */
        WANTED,
        /** The publisher closed it. */
        TAKEN_BACK
    }

    private static final Pattern COMMENT = Pattern.compile(
            "\\n*<!-- agent33-sync (wanted|taken-back)( draft)?( auto-merge(?:-[a-z]+)?)?((?: -[^\\s>]+)*) -->\\s*\\z");

    Marker {
        refused = List.copyOf(refused);
    }

    /** The one in a body; of a body without one, what a pull request has that a person made or wrote over. */
    static Marker in(String body, boolean draft) {
        Matcher found = COMMENT.matcher(body.replace("\r\n", "\n"));
        return found.find()
                ? new Marker(
                        found.group(1).equals("wanted") ? State.WANTED : State.TAKEN_BACK,
                        found.group(2) != null,
                        merging(found.group(3)),
                        Stream.of(found.group(4).split(" -"))
                                .filter(name -> !name.isEmpty())
                                .toList())
                : new Marker(State.WANTED, draft, Merging.UNASKED, List.of());
    }

    private static Merging merging(@Nullable String word) {
        return Stream.of(Merging.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(Merging.UNASKED);
    }

    /** The body of which this is said. */
    static String without(String body) {
        return COMMENT.matcher(body.replace("\r\n", "\n")).replaceFirst("");
    }

    /** A body that says this too. */
    String on(String body) {
        StringBuilder text = new StringBuilder(without(body));
        text.append("\n\n<!-- agent33-sync ").append(state == State.WANTED ? "wanted" : "taken-back");
        text.append(draft ? " draft" : "").append(merging.word());
        refused.forEach(name -> text.append(" -").append(name));
        return text.append(" -->\n").toString();
    }

    Marker refusing(List<String> more) {
        return new Marker(
                state,
                draft,
                merging,
                Stream.concat(refused.stream(), more.stream()).distinct().toList());
    }

    Marker merging(Merging now) {
        return new Marker(state, draft, now, refused);
    }

    Marker takenBack() {
        return new Marker(State.TAKEN_BACK, draft, Merging.UNASKED, refused);
    }
}
