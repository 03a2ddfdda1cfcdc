package io.agent33.sync.core.plan;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 over what a plan changes, what it expects at each path that it touches, and the pull request's text; not over
 * the base commit (S2). Each part is preceded by its length, so that no two plans have one form.
 */
public final class ProposalDigest {
    private static final String FORM = "agent33-sync plan 1";

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();

    private ProposalDigest() {}

    /** Over one proposal. */
    public static String of(
            String ruleId,
            RepositoryId repository,
            Release release,
            String baseBranch,
            List<PlannedEdit> edits,
            PullRequestText text) {
        ProposalDigest digest = new ProposalDigest();
        digest.add(
                FORM,
                ruleId,
                repository.value(),
                release.label(),
                release.commit().hex(),
                baseBranch);
        edits.forEach(edit ->
                digest.add(edit.path().value(), edit.source().orElse(""), form(edit.before()), form(edit.after())));
        digest.add(text.title(), text.body(), String.valueOf(text.draft()));
        digest.addAll(text.labels());
        digest.addAll(text.reviewers());
        text.autoMerge().ifPresent(method -> digest.add("auto-merge", method.name()));
        return digest.hex();
    }

    /** Over the digests of several proposals, in their order. */
    static String of(List<Proposal> proposals) {
        ProposalDigest digest = new ProposalDigest();
        digest.add(FORM);
        digest.addAll(proposals.stream().map(Proposal::digest).toList());
        return digest.hex();
    }

    private static String form(Optional<FileState> state) {
        return state.map(file -> file.mode().octal() + " " + file.id()).orElse("-");
    }

    private void addAll(List<String> parts) {
        add(String.valueOf(parts.size()));
        parts.forEach(this::add);
    }

    private void add(String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
        }
    }

    private String hex() {
        return Hex.encodeHexString(sha256.digest());
    }
}
