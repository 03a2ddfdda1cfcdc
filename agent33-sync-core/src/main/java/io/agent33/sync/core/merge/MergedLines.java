package io.agent33.sync.core.merge;

import java.util.List;

/** Takes a merged text as it comes, from its beginning to its end. */
interface MergedLines {
    void lines(List<String> lines);

    void conflict(List<String> local, List<String> base, List<String> upstream);
}
