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
            Pattern.compile("^[\\s\\[{,-]*+(?:[\\w.\"'-]++\\s*+:\\s++)?+(?:-\\s++)*+(?<first>[*&!%@`\\[{?|>])");

    private static final Pattern TAB_INDENT = Pattern.compile("^ *+\\t.*");

    private SyntaxHint() {}

    static Objection objection(SyntaxProblem problem, DocumentText document, Positions positions) {
        Location at = problem.mark()
                .map(positions::at)
                .orElseGet(() -> positions.atCodePoint(Math.max(problem.position(), 0)));
        return Objection.of("yaml-syntax", "the document", "YAML", problem.problem(), remedy(problem, document))
                .at(at);
    }

    private static String remedy(SyntaxProblem problem, DocumentText document) {
        Optional<String> line = problem.mark().map(Mark::getLine).map(document::line);
        if (line.filter(text -> TAB_INDENT.matcher(text).matches()).isPresent()) {
            return "indent with spaces, not with tabs";
        }
        return Stream.of(problem.mark(), problem.contextMark())
                .flatMap(Optional::stream)
                .map(mark -> SPECIAL_START.matcher(document.line(mark.getLine())))
                .filter(Matcher::find)
                .map(match -> "put quotes around a text that starts with " + match.group("first"))
                .findFirst()
                .orElseGet(() -> byProblem(problem.problem()));
    }

    private static String byProblem(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "put quotes around a text that holds a colon and a space, or mend the indentation";
        }
        if (problem.contains("could not find expected ':'")) {
            return "end the key with a colon and a space";
        }
        if (problem.contains("quoted scalar")) {
            return "close the quote; in double quotes write \\\\ for a backslash";
        }
        if (problem.contains("sequence entries are not allowed")) {
            return "start the list on a line of its own";
        }
        return problem.contains("while parsing a block") ? "check the quotes and the indentation of this line" : "";
    }
}
