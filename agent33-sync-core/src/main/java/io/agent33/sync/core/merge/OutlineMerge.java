package io.agent33.sync.core.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges three outlines key by key. The local side's order stays; a key that upstream brings goes behind its neighbour. Used
 * once.
 */
final class OutlineMerge {
    private static final LineMerge LINES = new LineMerge(LineMerge.Meeting.MARKED);

    private boolean unfit;

    private OutlineMerge() {}

    /** @return empty if the three do not fit together key by key */
    static Optional<Pieces> of(Outline base, Outline local, Outline upstream) {
        OutlineMerge merge = new OutlineMerge();
        Pieces out = new Pieces();
        merge.mapping(base, local, upstream, out);
        return merge.unfit ? Optional.empty() : Optional.of(out);
    }

    private void mapping(Outline base, Outline local, Outline upstream, Pieces out) {
        if (base.braces() != local.braces() || local.braces() != upstream.braces() || reordered(local, upstream)) {
            unfit = true;
            return;
        }
        decided(base.head(), local.head(), upstream.head(), out);
        List<Pieces> entries = new ArrayList<>();
        for (String key : order(local, upstream)) {
            Pieces merged = new Pieces();
            entry(
                    Optional.ofNullable(base.entries().get(key)),
                    Optional.ofNullable(local.entries().get(key)),
                    Optional.ofNullable(upstream.entries().get(key)),
                    merged);
            if (!merged.isEmpty()) {
                entries.add(merged);
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            boolean comma = local.braces() && i < entries.size() - 1;
            (comma ? entries.get(i).endingWith(",") : entries.get(i)).writeTo(out);
        }
        unfit |= entries.isEmpty();
        decided(base.tail(), local.tail(), upstream.tail(), out);
    }

    private void entry(
            Optional<Outline.Entry> base, Optional<Outline.Entry> local, Optional<Outline.Entry> upstream, Pieces out) {
        if (local.isEmpty() || upstream.isEmpty()) {
            // One side has it: it is new there, or the other side took it away.
            Optional<Outline.Entry> left = local.or(() -> upstream);
            unfit |= base.isPresent() && left.isPresent() && !sameLines(base.get(), left.get());
            if (base.isEmpty()) {
                left.ifPresent(entry -> whole(entry, out));
            }
            return;
        }
        Outline.Entry ours = local.get();
        Outline.Entry theirs = upstream.get();
        Outline.Entry before = base.orElse(new Outline.Entry(List.of(), List.of(), Optional.empty()));
        decided(before.lead(), ours.lead(), theirs.lead(), out);
        if (equalOrOneSided(before.body(), ours.body(), theirs.body())
                || ours.inner().isEmpty()
                || theirs.inner().isEmpty()
                || (base.isPresent() && before.inner().isEmpty())) {
            body(before.body(), ours.body(), theirs.body(), out);
        } else {
            Outline none = new Outline(
                    List.of(), Map.of(), List.of(), ours.inner().get().braces());
            mapping(
                    before.inner().orElse(none),
                    ours.inner().get(),
                    theirs.inner().get(),
                    out);
        }
    }

    private static boolean sameLines(Outline.Entry a, Outline.Entry b) {
        return a.lead().equals(b.lead()) && a.body().equals(b.body());
    }

    private static void whole(Outline.Entry entry, Pieces out) {
        out.lines(entry.lead());
        out.lines(entry.body());
    }

    private static void body(List<String> base, List<String> local, List<String> upstream, Pieces out) {
        if (local.equals(upstream) || base.equals(upstream)) {
            out.lines(local);
        } else if (base.equals(local)) {
            out.lines(upstream);
        } else {
            LINES.merge(Lines.of(base), Lines.of(local), Lines.of(upstream), out);
        }
    }

    /** Comments and braces do not conflict by key; if they do at all, lines are the better view. */
    private void decided(List<String> base, List<String> local, List<String> upstream, Pieces out) {
        Pieces merged = new Pieces();
        body(base, local, upstream, merged);
        unfit |= !merged.isDecided();
        merged.writeTo(out);
    }

    private static boolean equalOrOneSided(List<String> base, List<String> local, List<String> upstream) {
        return local.equals(upstream) || base.equals(local) || base.equals(upstream);
    }

    private static boolean reordered(Outline local, Outline upstream) {
        List<String> ours = new ArrayList<>(local.entries().keySet());
        List<String> theirs = new ArrayList<>(upstream.entries().keySet());
        ours.retainAll(upstream.entries().keySet());
        theirs.retainAll(local.entries().keySet());
        return !ours.equals(theirs);
    }

    private static Set<String> order(Outline local, Outline upstream) {
        List<String> keys = new ArrayList<>(local.entries().keySet());
        String previous = null;
        for (String key : upstream.entries().keySet()) {
            if (!local.entries().containsKey(key)) {
                keys.add(previous == null ? 0 : keys.indexOf(previous) + 1, key);
            }
            previous = key;
        }
        return new LinkedHashSet<>(keys);
    }
}
