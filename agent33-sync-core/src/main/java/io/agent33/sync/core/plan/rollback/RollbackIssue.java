package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.pullrequest.InertMarkdown;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** The issue that tells the upstream of a rollback (S12): one for each rule and release. */
public final class RollbackIssue {
    private static final int LONGEST = 200;

    private RollbackIssue() {}

    /** Its cause. */
    public static String key(SyncRule rule, String release) {
        String key = "rollback/" + rule.targetRepo() + "/" + rule.id() + "/" + release;
        return key.length() <= LONGEST ? key : "rollback/" + DigestUtils.sha256Hex(key);
    }

    /**
     * What it says.
     *
     * @param releases that are taken back, the newest first
     */
    public static IssueDraft draft(RepositoryId upstream, SyncRule rule, List<String> releases, String reason) {
        String release = releases.get(0);
        return new IssueDraft(
                upstream,
                key(rule, release),
                "Sync of " + InertMarkdown.line(release) + " rolled back in " + rule.targetRepo(),
                "A sync from here was rolled back downstream.\n\n"
                        + "- Downstream: "
                        + InertMarkdown.code(rule.targetRepo().value()) + "\n"
                        + "- Sync rule: " + InertMarkdown.word(rule.id()) + "\n"
                        + "- Release: "
                        + releases.stream().map(InertMarkdown::word).collect(Collectors.joining(", ")) + "\n"
                        + "- Reason: " + InertMarkdown.code(reason) + "\n",
                List.of("agent33-sync", "rollback"));
    }
}
