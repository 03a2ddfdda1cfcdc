package io.agent33.sync.core.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What became of the two sides of a conflict. */
enum Verdict {
    KEPT("Kept downstream override"),
    ACCEPTED("Accepted upstream"),
    COMBINED("Combined both sides"),
    REWROTE("Rewrote both sides");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** On several hunks together, or on texts of which no lines met. */
    static Verdict of(Set<Verdict> verdicts) {
        if (verdicts.contains(REWROTE)) {
            return REWROTE;
        }
        return verdicts.size() == 1 ? verdicts.iterator().next() : COMBINED;
    }

    /** On the hunks of two sides, one by one. */
    record Judge(
            Lines local, Lines upstream, Lines resolved, List<Lines.Step> fromLocal, List<Lines.Step> fromUpstream) {
        static Judge of(Lines local, Lines upstream, Lines resolved) {
            return new Judge(local, upstream, resolved, local.stepsTo(resolved), upstream.stepsTo(resolved));
        }

        Verdict on(Hunk hunk) {
            if (hunk.local().isLeftAloneBy(fromLocal)) {
                return KEPT;
            }
            if (hunk.upstream().isLeftAloneBy(fromUpstream)) {
                return ACCEPTED;
            }
            List<String> ours = local.between(hunk.local());
            List<String> theirs = upstream.between(hunk.upstream());
            return isIn(ours, theirs) && isIn(theirs, ours) ? COMBINED : REWROTE;
        }

        /** Whether the resolved text has a line that is one side's alone. */
        private boolean isIn(List<String> side, List<String> other) {
            Set<String> own = new HashSet<>(side);
            own.removeAll(new HashSet<>(other));
            return resolved.all().stream().anyMatch(line -> !line.isBlank() && own.contains(line));
        }
    }
}
