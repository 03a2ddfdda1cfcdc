package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;

/**
 * Turns the parser's marks, which count code points from the start of one document, into places in the file, whose
 * columns count UTF-16 units.
 */
final class Positions {
    private final DocumentText document;
    private final int[] wide;

    Positions(DocumentText document) {
        this.document = document;
        this.wide = indicesOfWideCharacters(document.text());
    }

    Location at(Mark mark) {
        return new Location(
                document.file(),
                document.firstLine() + mark.getLine(),
                1 + mark.getColumn() + wideBefore(mark.getIndex()) - wideBefore(mark.getIndex() - mark.getColumn()));
    }

    /** The place of a code point, found by counting. */
    Location atCodePoint(int index) {
        int limit = Math.min(
                Math.max(index, 0),
                document.text().codePointCount(0, document.text().length()));
        String before = document.text().substring(0, document.text().offsetByCodePoints(0, limit));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(unit -> unit == '\n').count();
        return new Location(document.file(), document.firstLine() + line, before.length() - lineStart + 1);
    }

    private int wideBefore(int index) {
        if (wide.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(wide, index);
        return found < 0 ? -found - 1 : found;
    }

    private static int[] indicesOfWideCharacters(String text) {
        if (text.chars().noneMatch(unit -> Character.isHighSurrogate((char) unit))) {
            return new int[0];
        }
        int[] codePoints = text.codePoints().toArray();
        return java.util.stream.IntStream.range(0, codePoints.length)
                .filter(i -> codePoints[i] > Character.MAX_VALUE)
                .toArray();
    }
}
