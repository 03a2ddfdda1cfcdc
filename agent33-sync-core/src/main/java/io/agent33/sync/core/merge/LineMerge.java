package io.agent33.sync.core.merge;

import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.merge.ThreeWay;
import java.util.List;

/** The merge by lines, with markers where edits meet. Equal to {@code git merge-file --diff3}. */
final class LineMerge implements MergeStrategy {
    @Override
    public MergeResult merge(ThreeWay threeWay) {
        Lines base = Lines.of(threeWay.base());
        Lines local = Lines.of(threeWay.local());
        Lines upstream = Lines.of(threeWay.upstream());
        MarkedText out = new MarkedText(threeWay.markers());
        int done = 0;
        for (Chunk chunk : Chunks.of(base, local, upstream)) {
            out.lines(local.between(done, chunk.local().begin()));
            done = chunk.local().end();
            List<String> here = lines(local, chunk.local());
            List<String> there = lines(upstream, chunk.upstream());
            switch (chunk.kind()) {
                case LOCAL -> out.lines(here);
                case UPSTREAM -> out.lines(there);
                case CONFLICT -> out.conflict(here, lines(base, chunk.base()), there);
            }
        }
        out.lines(local.between(done, local.size()));
        return out.result();
    }

    private static List<String> lines(Lines of, Chunk.Range range) {
        return of.between(range.begin(), range.end());
    }
}
