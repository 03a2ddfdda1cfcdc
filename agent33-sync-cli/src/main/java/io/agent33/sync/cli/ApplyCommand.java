package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.SyncPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.annotation.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent33-sync apply}. */
@Command(
        name = "apply",
        header = "Pushes and publishes exactly what a saved plan says, or nothing.",
        description = {
            "",
            "Each rule of the plan is planned again, at the release that it was planned for. If that gives the same"
                    + " digest, it is applied; what moved elsewhere does not matter. If something moved at a path that the"
                    + " plan touches, the rule is blocked, and the report says what moved. Applying a plan twice writes"
                    + " nothing the second time."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync apply FILE --upstream=URL --downstream-url=TEMPLATE",
            "                          [--approve=DIGEST --by=NAME] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  Plan today, apply tomorrow:",
            "    agent33-sync plan --upstream URL --downstream-url TEMPLATE --release v2.4.0 --out plan.json",
            "    agent33-sync apply plan.json --upstream URL --downstream-url TEMPLATE",
            "  Only the plan that was approved; pull requests, commits and the report tell by whom:",
            "    agent33-sync apply plan.json --upstream URL --downstream-url TEMPLATE --approve DIGEST --by 'Ada L.'"
        })
final class ApplyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A plan that `agent33-sync plan --out FILE` has written.")
    private Path file = Path.of("");

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @ArgGroup(exclusive = false, multiplicity = "0..1", order = 10)
    private @Nullable Approved approved;

    @Mixin
    private final RunOptions options = new RunOptions();

    /** Both or neither. */
    private static final class Approved {
        @Option(
                names = "--approve",
                order = 11,
                required = true,
                paramLabel = "DIGEST",
                description = "The digest of the plan that was approved; another plan is refused.")
        private String digest = "";

        @Option(names = "--by", order = 12, required = true, paramLabel = "NAME", description = "Who approved it.")
        private String by = "";
    }

    @Override
    public Integer call() {
        options.check(spec);
        Optional<Approval> approval = Optional.ofNullable(approved).map(this::approval);
        SyncPlan plan = read();
        return options.run(
                repositories,
                spec,
                engine -> approval.map(given -> engine.apply(plan, given)).orElseGet(() -> engine.apply(plan)));
    }

    private Approval approval(Approved given) {
        try {
            return new Approval(given.digest, given.by);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private SyncPlan read() {
        try (InputStream in = Files.newInputStream(file)) {
            return SyncEngine.readPlan(file.toString(), in);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), "plan " + file + " cannot be read: " + e, e);
        }
    }
}
