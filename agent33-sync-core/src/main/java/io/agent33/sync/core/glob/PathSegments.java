package io.agent33.sync.core.glob;

/** A path cut at its slashes, as code points. Immutable. */
final class PathSegments {
    private final int[] codePoints;

    /** Where each segment begins, and last, where one behind the path would begin. */
    private final int[] starts;

    private PathSegments(int[] codePoints, int[] starts) {
        this.codePoints = codePoints;
        this.starts = starts;
    }

    static PathSegments of(String path) {
        int[] codePoints = path.codePoints().toArray();
        int slashes = 0;
        for (int codePoint : codePoints) {
            slashes += codePoint == '/' ? 1 : 0;
        }
        int[] starts = new int[slashes + 2];
        int segment = 0;
        for (int at = 0; at < codePoints.length; at++) {
            if (codePoints[at] == '/') {
                segment++;
                starts[segment] = at + 1;
            }
        }
        starts[segment + 1] = codePoints.length + 1;
        return new PathSegments(codePoints, starts);
    }

    /** Whether no segment is empty. */
    boolean wellFormed() {
        for (int segment = 0; segment < count(); segment++) {
            if (length(segment) == 0) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return starts.length - 1;
    }

    int length(int segment) {
        return starts[segment + 1] - starts[segment] - 1;
    }

    int codePoint(int segment, int at) {
        return codePoints[starts[segment] + at];
    }
}
