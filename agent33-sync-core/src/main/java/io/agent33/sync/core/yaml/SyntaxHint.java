package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;

/** Says what to do about a text that is not YAML. */
final class SyntaxHint {
    /** A value that YAML takes for something else than text, after dashes and a key. */
    private static final Pattern SPECIAL_START =
            Pattern.compile("^[\\s-]*+(?:[\\w.\"'-]++\\s*+:\\s++)?+(?:-\\s++)*+(?<first>[*&!%@`\\[{?|>])");

    /** The start of an alias or an anchor where a value may start. */
    private static final Pattern NAME_START = Pattern.compile("(?:^|[\\s,:\\[{-])(?<first>[*&])$");

    private static final Pattern TAB_INDENT = Pattern.compile("^ *+\\t.*");

    private SyntaxHint() {}

    static Objection objection(SyntaxProblem problem, DocumentText document, Positions positions) {
        Location at = problem.mark()
                .map(positions::at)
                .orElseGet(() -> positions.atCodePoint(Math.max(problem.position(), 0)));
        return Objection.of(
                        "yaml-syntax", "the document", problem.expected(), problem.found(), remedy(problem, document))
                .at(at);
    }

    private static String remedy(SyntaxProblem problem, DocumentText document) {
        Optional<String> line = problem.mark().map(Mark::getLine).map(document::line);
        if (line.filter(text -> TAB_INDENT.matcher(text).matches()).isPresent()) {
            return "indent with spaces, not with tabs";
        }
        if (problem.problem().contains("<stream end>")) {
            return "close the bracket";
        }
        return problem.contextMark()
                .flatMap(mark -> first(NAME_START, upTo(mark, document)))
                .or(() -> Stream.of(problem.mark(), problem.contextMark())
                        .flatMap(Optional::stream)
                        .flatMap(mark -> first(SPECIAL_START, document.line(mark.getLine())).stream())
                        .findFirst())
                .map(character -> "put quotes around a text that starts with " + character)
                .orElseGet(() -> byProblem(problem));
    }

    private static Optional<String> first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.group("first")) : Optional.empty();
    }

    /** The line up to the marked character, which is included. */
    private static String upTo(Mark mark, DocumentText document) {
        String line = document.line(mark.getLine());
        int length = line.codePointCount(0, line.length());
        return line.substring(0, line.offsetByCodePoints(0, Math.min(length, mark.getColumn() + 1)));
    }

    private static String byProblem(SyntaxProblem problem) {
        if (problem.problem().contains("mapping values are not allowed")) {
            return "put quotes around a text that holds a colon and a space, or mend the indentation";
        }
        if (problem.problem().contains("could not find expected ':'")) {
            return "end the key with a colon and a space";
        }
        if (problem.problem().contains("unknown escape")) {
            return "write \\\\ for a backslash, or use single quotes";
        }
        if (problem.problem().contains("sequence entries are not allowed")) {
            return "start the list on a line of its own";
        }
        if (problem.context().contains("quoted scalar")) {
            return "close the quote";
        }
        return problem.context().contains("while parsing a block")
                ? "check the quotes and the indentation of this line"
                : "";
    }
}
