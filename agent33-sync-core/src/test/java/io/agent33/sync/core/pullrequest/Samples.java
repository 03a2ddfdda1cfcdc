package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The specification's own example, and pieces to vary it with. */
final class Samples {
    static final Release V2_4_0 = release("2.4.0");
    static final Optional<String> PREVIOUS = Optional.of("v2.3.1");
    static final PlannedEdit STATE_EDIT = new PlannedEdit(
            RepoPath.of(".agent33-sync-state/sync-webapp-orchestrator/manifest.yaml"),
            Optional.empty(),
            Optional.of(file("1")),
            Optional.of(file("2")));
    static final List<CheckResult> ALL_SKIPPED = Stream.of(Check.values())
            .map(check -> new CheckResult(check, CheckStatus.SKIP, "does not exist yet"))
            .toList();

    private Samples() {}

    static Release release(String version) {
        return new Release(version, ObjectId.of("c".repeat(40)), Optional.of("v" + version));
    }

    static SyncRule rule() {
        return rule("core/orchestrator/**/*.md", PullRequestOptions.defaults());
    }

    static SyncRule rule(String source, PullRequestOptions wishes) {
        return SyncRule.builder("sync-webapp-orchestrator")
                .source(source)
                .targetRepo("org/webapp")
                .targetPath("docs/agent33/orchestrator/")
                .pullRequest(wishes)
                .build();
    }

    static PlannedEdit added(String source) {
        return edit(source, Optional.empty(), Optional.of(file("2")));
    }

    static PlannedEdit modified(String source) {
        return edit(source, Optional.of(file("1")), Optional.of(file("2")));
    }

    static PlannedEdit removed(String source) {
        return edit(source, Optional.of(file("1")), Optional.empty());
    }

    private static PlannedEdit edit(String source, Optional<FileState> before, Optional<FileState> after) {
        return new PlannedEdit(RepoPath.of("docs/agent33/" + source), Optional.of(source), before, after);
    }

    static PullRequestFacts facts(List<PlannedEdit> edits, String... changelog) {
        return new PullRequestFacts(
                rule(), V2_4_0, PREVIOUS, edits, ALL_SKIPPED, excerpt(Arrays.asList(changelog)), List.of());
    }

    static ChangelogExcerpt excerpt(List<String> lines) {
        return new ChangelogExcerpt(lines, 0);
    }

    private static FileState file(String digit) {
        return new FileState(FileMode.REGULAR, ObjectId.of(digit.repeat(40)));
    }
}
