package io.agent33.sync.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each part of a proposal counts, and so does where one ends and the next begins (S2). */
class ProposalDigestTest {
    private static final ObjectId A = ObjectId.of("a".repeat(40));
    private static final ObjectId B = ObjectId.of("b".repeat(40));
    private static final PullRequestText TEXT = text("title", "body", List.of("l"), List.of("r"), false);

    private static PullRequestText text(
            String title, String body, List<String> labels, List<String> reviewers, boolean draft) {
        return new PullRequestText(title, body, labels, reviewers, draft);
    }

    private static SyncRule rule(String id, String repository) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo(repository)
                .targetPath("docs")
                .build();
    }

    private static Release release(String version, ObjectId commit) {
        return new Release(version, commit, Optional.of("v" + version));
    }

    private static PlannedEdit edit(
            String path, Optional<String> source, Optional<FileState> before, Optional<FileState> after) {
        return new PlannedEdit(RepoPath.of(path), source, before, after);
    }

    private static Optional<FileState> state(FileMode mode, ObjectId id) {
        return Optional.of(new FileState(mode, id));
    }

    private static String digest(
            SyncRule rule, Release release, String base, PullRequestText text, PlannedEdit... edits) {
        return ProposalDigest.of(rule.id(), rule.targetRepo(), release, base, List.of(edits), text);
    }

    @Test
    void everyPartCounts() {
        SyncRule rule = rule("docs", "org/webapp");
        Release release = release("1.0.0", A);
        Optional<FileState> none = Optional.empty();
        Optional<FileState> one = state(FileMode.REGULAR, A);
        Optional<String> source = Optional.of("core/a");
        PlannedEdit edit = edit("docs/a", source, none, one);
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put("itself", digest(rule, release, "main", TEXT, edit));
        digests.put("rule", digest(rule("doc", "org/webapp"), release, "main", TEXT, edit));
        digests.put("repository", digest(rule("docs", "org/web"), release, "main", TEXT, edit));
        digests.put("version", digest(rule, release("1.0.1", A), "main", TEXT, edit));
        digests.put("commit", digest(rule, release("1.0.0", B), "main", TEXT, edit));
        digests.put("base branch", digest(rule, release, "trunk", TEXT, edit));
        digests.put("no edit", digest(rule, release, "main", TEXT));
        digests.put("twice", digest(rule, release, "main", TEXT, edit, edit));
        digests.put("path", digest(rule, release, "main", TEXT, edit("docs/b", source, none, one)));
        digests.put("source", digest(rule, release, "main", TEXT, edit("docs/a", Optional.empty(), none, one)));
        digests.put(
                "before", digest(rule, release, "main", TEXT, edit("docs/a", source, state(FileMode.REGULAR, B), one)));
        digests.put(
                "after", digest(rule, release, "main", TEXT, edit("docs/a", source, none, state(FileMode.REGULAR, B))));
        digests.put(
                "mode",
                digest(rule, release, "main", TEXT, edit("docs/a", source, none, state(FileMode.EXECUTABLE, A))));
        digests.put("turned", digest(rule, release, "main", TEXT, edit("docs/a", source, one, none)));
        List.of(
                        text("Title", "body", List.of("l"), List.of("r"), false),
                        text("title", "bodY", List.of("l"), List.of("r"), false),
                        text("titleb", "ody", List.of("l"), List.of("r"), false),
                        text("title", "body", List.of("m"), List.of("r"), false),
                        text("title", "body", List.of("l"), List.of("s"), false),
                        text("title", "body", List.of("l", "r"), List.of(), false),
                        text("title", "body", List.of(), List.of("l", "r"), false),
                        text("title", "body", List.of("l"), List.of("r"), true))
                .forEach(text -> digests.put(text.toString(), digest(rule, release, "main", text, edit)));

        assertThat(digests.values()).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }
}
