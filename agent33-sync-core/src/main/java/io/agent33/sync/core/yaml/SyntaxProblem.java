package io.agent33.sync.core.yaml;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** The text is not YAML. Holds what the parser said, and says it for people. */
final class SyntaxProblem extends IOException {
    private static final long serialVersionUID = 1L;

    /** What the parser adds around the problem; hints are for {@link SyntaxHint}. */
    private static final Pattern ADVICE = Pattern.compile("^found |\\. *\\(Do not use .*\\)$| \\(\\d+\\)$");

    private static final Pattern EXPECTATION =
            Pattern.compile("expected (?<expected>.*?),? but (?:found|got) (?<found>.*)");
    private static final Pattern CHARACTER =
            Pattern.compile("(?:character found|character) (?<character>.|U\\+[0-9A-F]+)\\(\\d+\\)");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    /** The parser's names of things. */
    private static final Map<String, String> WORDS = Map.of(
            "<block end>", "the end of the mapping or list",
            "<block mapping start>", "a key with another indentation",
            "<stream end>", "the end of the text",
            "<scalar>", "a text",
            "<alias>", "an alias",
            "?", "a key",
            "-", "a dash",
            "the node content", "a value");

    private final transient YAMLException cause;

    SyntaxProblem(YAMLException cause) {
        super(cause);
        this.cause = cause;
    }

    String expected() {
        Matcher expectation = EXPECTATION.matcher(problem());
        return expectation.matches() ? word(expectation.group("expected")) : "YAML";
    }

    String found() {
        Matcher expectation = EXPECTATION.matcher(problem());
        if (expectation.matches()) {
            return word(expectation.group("found"));
        }
        return CHARACTER
                .matcher(problem())
                .replaceAll("character '${character}'")
                .replaceAll("\\p{Cntrl}+", " ");
    }

    /** What the parser said. */
    String problem() {
        if (cause instanceof ReaderException reader) {
            return String.format("the character U+%04X, which no YAML may hold", reader.getCodePoint());
        }
        return cause instanceof MarkedYAMLException marked && marked.getProblem() != null
                ? visible(ADVICE.matcher(marked.getProblem()).replaceAll(""))
                : "something else";
    }

    /** What the parser was doing; empty if it did not say. */
    String context() {
        return cause instanceof MarkedYAMLException marked && marked.getContext() != null ? marked.getContext() : "";
    }

    /** Where; empty if the parser does not know, or {@link #position} does. */
    Optional<Mark> mark() {
        return cause instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getProblemMark())
                : Optional.empty();
    }

    /** Where that started of which the problem is a part, such as an opening quote. */
    Optional<Mark> contextMark() {
        return cause instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getContextMark())
                : Optional.empty();
    }

    /** The index of a character that is forbidden everywhere, in code points; -1 if that is not the problem. */
    int position() {
        return cause instanceof ReaderException reader ? reader.getPosition() : -1;
    }

    /** The parser repeats characters of the text, which a message must not. */
    private static String visible(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(match -> String.format("U+%04X", match.group().codePointAt(0)));
    }

    private static String word(String token) {
        String bare = token.startsWith("'") && token.endsWith("'") && token.length() > 2
                ? token.substring(1, token.length() - 1)
                : token;
        return WORDS.getOrDefault(bare, token);
    }
}
