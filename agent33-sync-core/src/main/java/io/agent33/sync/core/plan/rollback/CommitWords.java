package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.rollback.RolledBack;
import java.util.Optional;
import java.util.stream.Stream;

/** Which release of a rule a commit says to bring: by trailers, then by the name of the branch that it merged (S11). */
final class CommitWords {
    private static final String PREFIX = "agent33-sync/";

    private final DownstreamRepository downstream;
    private final String ruleId;

    CommitWords(DownstreamRepository downstream, String ruleId) {
        this.downstream = downstream;
        this.ruleId = ruleId;
    }

    /** The label that the commit, or what it merges, says; empty if it says none that a release can have. */
    Optional<String> release(Commit commit) {
        return Stream.concat(
                        Stream.of(commit), commit.parents().stream().skip(1).map(downstream::commit))
                .filter(one ->
                        one.trailer("Agent33-Rule").filter(ruleId::equals).isPresent())
                .flatMap(one -> one.trailer(Purpose.SYNC.trailer()).stream())
                .findFirst()
                .or(() -> named(commit.subject()))
                .filter(RolledBack::isLabel);
    }

    /** The upstream's commit that it says to bring. */
    static Optional<ObjectId> upstreamCommit(Commit commit) {
        try {
            return commit.trailer("Agent33-Commit").map(ObjectId::of);
        } catch (IllegalArgumentException e) {
            // Not as an engine writes it.
            return Optional.empty();
        }
    }

    private Optional<String> named(String subject) {
        return Stream.of(subject.split("[\\s'\"]"))
                .filter(word -> word.contains(PREFIX + "v") && word.endsWith("/" + ruleId))
                .map(word -> word.substring(word.indexOf(PREFIX + "v") + PREFIX.length()))
                .map(word -> word.substring(0, word.length() - ruleId.length() - 1))
                .findFirst();
    }
}
