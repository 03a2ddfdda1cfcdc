package io.agent33.sync.it.references;

/**
 * What a second reading says of a reference.
 *
 * @param file the path of the file that it stands in
 * @param end what became of it
 */
public record PlainVerdict(String file, PlainReference reference, End end) {
    /** What became of a reference. */
    public enum End {
        /** It leads to a file, a folder or an anchor that is there. */
        THERE,
        /** It leads into the web. */
        WEB,
        /** There is no such file or folder. */
        NO_PATH,
        /** The file is there, and nothing in it has that anchor. */
        NO_ANCHOR,
        /** A path that only stands there, and names nothing. */
        NO_NAME
    }

    /** A link that leads nowhere. */
    public boolean broken() {
        return end == End.NO_PATH || end == End.NO_ANCHOR;
    }

    /** {@code docs/a.md:3:7}. */
    public String place() {
        return file + ":" + reference.line() + ":" + reference.column();
    }

    @Override
    public String toString() {
        return place() + " " + reference.destination() + " " + end;
    }
}
