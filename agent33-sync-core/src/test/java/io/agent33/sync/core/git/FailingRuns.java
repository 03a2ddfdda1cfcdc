package io.agent33.sync.core.git;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.publish.FolderPublisher;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JVM of its own that plans and runs with a login against one place after the other, and tells all that it is told:
 * events, plans, reports and failures with their causes.
 */
final class FailingRuns {
    private FailingRuns() {}

    /** Arguments: a folder, a user, a secret, and then the URL of an upstream and a template, again and again. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        GitCredentials login = repository -> {
            if (repository.getPath().contains("failing-provider")) {
                throw new IllegalStateException("cannot unlock " + arguments[2]);
            }
            return Optional.of(new GitCredentials.Login(arguments[1], arguments[2]));
        };
        for (int i = 3; i < arguments.length; i += 2) {
            System.out.println("== " + (i - 3) / 2 + " T" + System.currentTimeMillis() % 1000000);
            tell(folder, login, arguments[i], arguments[i + 1]);
        }
    }

    private static void tell(Path folder, GitCredentials login, String upstream, String template) {
        try {
            SyncEngineBuilder builder = SyncEngine.builder()
                    .upstream(GitUpstream.at(upstream).credentials(login).cache(folder.resolve("cache")))
                    .downstreams(GitDownstreams.byTemplate(template, login).cache(folder.resolve("cache")))
                    .publisher(FolderPublisher.to(folder.resolve("pull-requests")))
                    .addListener(event -> System.out.println("event " + event));
            try (SyncEngine engine = builder.build()) {
                tell(engine, System.out);
            }
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
        }
    }

    private static void tell(SyncEngine engine, PrintStream out) {
        SyncPlan plan = engine.plan(SyncTrigger.due());
        Arrays.stream(OutputFormat.values()).forEach(format -> engine.print(plan, format, out));
        SyncReport report = engine.run();
        Arrays.stream(OutputFormat.values())
                .filter(format -> format != OutputFormat.DIFF)
                .forEach(format -> engine.print(report, format, out));
        out.println(plan);
        out.println(report);
    }
}
