package org.example.embedder;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.git.GitCache;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.publish.FolderPublisher;
import java.nio.file.Path;
import java.util.List;

/** Proposes the prompts of the upstream's latest release to some repositories. */
public final class HandbookSync {
    /**
     * @param arguments the upstream's address; the downstreams' addresses with <code>{repo}</code> for {@code
     *     owner/name}; a folder for pull requests and for what was fetched; the downstreams' names
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[2]);
        GitCache cache = GitCache.at(folder.resolve("cache"));
        List<String> repositories = List.of(arguments).subList(3, arguments.length);

        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(arguments[0]).cache(cache))
                .downstreams(GitDownstreams.byTemplate(arguments[1]).cache(cache))
                .rules(RuleSource.of(rules(repositories)))
                .publisher(FolderPublisher.to(folder.resolve("pull-requests")))
                .build()) {
            SyncTrigger latest = SyncTrigger.release();
            engine.print(engine.plan(latest), OutputFormat.TEXT, System.out);
            SyncReport report = engine.run(latest);
            engine.print(report, OutputFormat.TEXT, System.out);
            if (!report.successful()) {
                throw new IllegalStateException("some repository did not get its handbook");
            }
        }
    }

    private static SyncRule[] rules(List<String> repositories) {
        return repositories.stream().map(HandbookSync::rule).toArray(SyncRule[]::new);
    }

    private static SyncRule rule(String repository) {
        return SyncRule.builder("handbook-" + RepositoryId.of(repository).name())
                .source("core/prompts/**")
                .targetRepo(repository)
                .targetPath("docs/handbook/")
                .frequency(Frequency.ON_RELEASE)
                .build();
    }
}
