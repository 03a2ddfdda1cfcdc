package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** Fetches a downstream's history bit by bit, for those who look for something in it. */
final class Deepening {
    private static final int[] DEPTHS = {32, 512, Integer.MAX_VALUE};

    private final Remote remote;
    private final Mirror mirror;
    private final Looks looks;
    private int next;

    Deepening(Remote remote, Mirror mirror, Looks looks) {
        this.remote = remote;
        this.mirror = mirror;
        this.looks = looks;
    }

    /** A question about history, and whether its answer would stand with more history too. */
    interface Search<T> {
        T look() throws IOException;

        boolean isFinal(T answer) throws IOException;
    }

    /** Looks with more and more history until the answer is final, or there is no more to have. */
    <T> T until(Search<T> search) throws IOException {
        while (true) {
            try {
                T answer = search.look();
                if (search.isFinal(answer) || !further()) {
                    return answer;
                }
            } catch (NoSuchCommit e) {
                if (!further()) {
                    throw e;
                }
            }
        }
    }

    /** Whether there may be something now that there was not before. */
    private boolean further() throws IOException {
        while (remote.lender().isEmpty() && next < DEPTHS.length) {
            if (deepened(DEPTHS[next++])) {
                return true;
            }
        }
        return false;
    }

    private boolean deepened(int depth) throws IOException {
        try (Session session = remote.open(mirror, OptionalInt.of(depth), Set.of())) {
            Set<ObjectId> tips = looks.told(session.advertisement());
            Set<ObjectId> edges = mirror.edges();
            boolean held = mirror.holds(tips);
            if (held && edges.isEmpty()) {
                next = DEPTHS.length;
                return false;
            }
            mirror.deepen(session, tips);
            return !held || !mirror.edges().equals(edges);
        }
    }
}
