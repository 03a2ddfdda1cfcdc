package io.agent33.sync.api.error;

/**
 * A place in a text file.
 *
 * @param file the file, as its reader can find it (a path below the upstream's root, or a file name); never empty
 * @param line from 1; 0 if the whole file is meant
 * @param column from 1, in UTF-16 units; 0 if the whole line is meant
 */
public record Location(String file, int line, int column) {
    public Location {
        if (file.isEmpty() || line < 0 || column < 0) {
            throw new IllegalArgumentException(
                    "a location needs a file, and no negative line or column: " + file + ":" + line + ":" + column);
        }
    }

    /** The whole of {@code file}. */
    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /** {@code file:line:column}, without the parts that are 0. */
    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
