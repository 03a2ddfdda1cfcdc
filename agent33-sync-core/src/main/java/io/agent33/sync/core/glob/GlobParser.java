package io.agent33.sync.core.glob;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a glob into its parts. One parser reads one pattern; not thread-safe. */
final class GlobParser {
    /** Far more than anybody can follow, and far less than the stack bears. */
    static final int MAX_DEPTH = 50;

    private final PatternReader reader;

    GlobParser(String pattern) {
        reader = new PatternReader(pattern);
    }

    List<Part> parse() {
        return sequence(0);
    }

    /** Reads up to the end or, inside braces, up to what ends the branch. */
    private List<Part> sequence(int depth) {
        List<Part> parts = new ArrayList<>();
        while (!reader.atEnd() && !(depth > 0 && branchEndsHere())) {
            parts.add(part(depth));
        }
        return parts;
    }

    private boolean branchEndsHere() {
        return reader.lookingAt(",") || reader.lookingAt("}");
    }

    private Part part(int depth) {
        int index = reader.index();
        int codePoint = reader.next();
        return switch (codePoint) {
            case '/' -> new Symbol.Slash(index);
            case '*' -> new Symbol.Star(index);
            case '?' -> new Symbol.AnyCharacter(index);
            case '[' -> new Symbol.Bracket(index, new CharacterSetParser(reader, index).parse());
            case '{' -> choice(index, depth + 1);
            case '\\' -> escaped(index);
            default -> new Symbol.Literal(index, codePoint);
        };
    }

    /** A slash has no special meaning that an escape could take away. */
    private Symbol escaped(int index) {
        if (reader.atEnd()) {
            throw reader.error(
                    index,
                    "there is nothing after the '\\' that it could escape",
                    "write '\\\\' for a backslash, and '/' between folders");
        }
        int codePoint = reader.next();
        return codePoint == '/' ? new Symbol.Slash(index) : new Symbol.Literal(index, codePoint);
    }

    private Part.Choice choice(int index, int depth) {
        if (depth > MAX_DEPTH) {
            throw reader.error(
                    index, "braces are nested more than " + MAX_DEPTH + " deep", "split the glob into several");
        }
        List<List<Part>> branches = new ArrayList<>();
        do {
            branches.add(sequence(depth));
        } while (reader.skip(","));
        if (!reader.skip("}")) {
            throw reader.error(index, "'{' is never closed", "close it with '}', or write '\\{' for the brace itself");
        }
        return new Part.Choice(index, branches);
    }
}
