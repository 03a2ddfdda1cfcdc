package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.HashSet;
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

    /** Whether it brought something. */
    private boolean further() throws IOException {
        Set<ObjectId> before = mirror.edges();
        if (remote.lender().isPresent() || before.isEmpty()) {
            return false;
        }
        while (next < DEPTHS.length) {
            deepen(DEPTHS[next++]);
            if (!mirror.edges().equals(before)) {
                return true;
            }
        }
        return false;
    }

    private void deepen(int depth) throws IOException {
        try (Session session = remote.open(mirror, OptionalInt.of(depth), Set.of())) {
            Set<ObjectId> tips =
                    new HashSet<>(session.advertisement().branches().values());
            tips.removeIf(tip -> !looks.hasSeen(tip));
            if (!tips.isEmpty()) {
                mirror.deepen(session, tips);
            }
        }
    }
}
