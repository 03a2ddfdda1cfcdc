package io.agent33.sync.core.validate.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the lines of a piece stand in its file.
 *
 * @param firstLine the file's line of the first one, from 1
 * @param indents how many characters of the file's line stand before each line; empty if there are none
 */
record LinePlaces(int firstLine, List<Integer> indents) {
    static final LinePlaces WHOLE = new LinePlaces(1, List.of());

    LinePlaces {
        indents = List.copyOf(indents);
    }

    /**
     * @param inFile the lines of the file that hold the code
     * @param code the same without what contains the block
     */
    static LinePlaces of(int firstLine, String inFile, String code) {
        String[] outer = inFile.split("\r\n|\n|\r", -1);
        String[] inner = code.split("\n", -1);
        List<Integer> indents = new ArrayList<>();
        for (int i = 0; i < inner.length && i < outer.length; i++) {
            // A tab that was divided leaves a line that is not the end of the file's.
            indents.add(outer[i].endsWith(inner[i]) ? outer[i].length() - inner[i].length() : 0);
        }
        return new LinePlaces(firstLine, indents);
    }

    DataDocument.Place inFile(int line, int column) {
        int indent = line <= indents.size() ? indents.get(line - 1) : 0;
        return new DataDocument.Place(firstLine + line - 1, column + indent);
    }
}
