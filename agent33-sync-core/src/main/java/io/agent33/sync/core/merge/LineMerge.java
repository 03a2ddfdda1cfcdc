package io.agent33.sync.core.merge;

import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.merge.ThreeWay;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** The merge by lines. */
final class LineMerge implements MergeStrategy {
    /** What becomes of edits that meet. */
    enum Meeting {
        /** Markers around both. Equal to {@code git merge-file --diff3}. */
        MARKED,
        LOCAL,
        UPSTREAM,
        /** The local lines, then the upstream's; those that both have stand once, in their place. */
        BOTH
    }

    private final Meeting meeting;

    LineMerge(Meeting meeting) {
        this.meeting = meeting;
    }

    Meeting meeting() {
        return meeting;
    }

    @Override
    public MergeResult merge(ThreeWay threeWay) {
        Lines base = Lines.of(threeWay.base());
        Lines local = Lines.of(threeWay.local());
        Lines upstream = Lines.of(threeWay.upstream());
        MarkedText out = new MarkedText(threeWay.markers());
        merge(base, local, upstream, out);
        return out.result();
    }

    void merge(Lines base, Lines local, Lines upstream, MergedLines out) {
        int done = 0;
        for (Chunk chunk : Chunks.of(base, local, upstream)) {
            out.lines(local.between(done, chunk.local().begin()));
            done = chunk.local().end();
            Lines here = part(local, chunk.local());
            Lines there = part(upstream, chunk.upstream());
            switch (chunk.kind()) {
                case LOCAL -> out.lines(here.all());
                case UPSTREAM -> out.lines(there.all());
                case CONFLICT -> meet(out, here, part(base, chunk.base()), there);
            }
        }
        out.lines(local.between(done, local.size()));
    }

    private void meet(MergedLines out, Lines local, Lines base, Lines upstream) {
        switch (meeting) {
            case MARKED -> out.conflict(local.all(), base.all(), upstream.all());
            case LOCAL -> out.lines(local.all());
            case UPSTREAM -> out.lines(upstream.all());
            case BOTH -> out.lines(both(local, upstream));
        }
    }

    private static List<String> both(Lines local, Lines upstream) {
        List<String> lines = new ArrayList<>();
        int done = 0;
        for (Edit edit : LineDiff.between(local, upstream)) {
            lines.addAll(local.between(done, edit.getEndA()));
            lines.addAll(upstream.between(edit.getBeginB(), edit.getEndB()));
            done = edit.getEndA();
        }
        lines.addAll(local.between(done, local.size()));
        return lines;
    }

    private static Lines part(Lines lines, Chunk.Range range) {
        return lines.part(range.begin(), range.end());
    }
}
