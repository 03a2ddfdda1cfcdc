package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.annotation.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync plan}. */
@Command(
        name = "plan",
        header = "Shows what a run would do. Writes nothing.",
        description = {
            "",
            "The plan goes to standard output: as text for people, as YAML or JSON for programs, or as a unified diff"
                    + " of the delivered files, which `git apply` takes on the downstream's branch. The same"
                    + " repositories give the same plan, with the same digest, on every machine."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync plan --upstream=URL --downstream-url=TEMPLATE",
            "                         [--release=TAG | --change=REF | --manual] [--rule=ID...] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  What is due now:",
            "    agent33-sync plan --upstream URL --downstream-url 'https://github.com/{repo}.git'",
            "  Review one rule's next release as a diff:",
            "    agent33-sync plan --upstream URL --downstream-url TEMPLATE --release v2.4.0 --rule docs --format diff",
            "  Save what is to be approved, and apply exactly that later:",
            "    agent33-sync plan --upstream URL --downstream-url TEMPLATE --release v2.4.0 --out plan.json"
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Mixin
    private final TriggerOptions trigger = new TriggerOptions();

    @Mixin
    private final ScanOptions scan = new ScanOptions();

    @Option(
            names = "--format",
            order = 50,
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text, yaml, json or diff, which names binary files and does not show them. Default: text")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = "--out",
            order = 51,
            paramLabel = "FILE",
            description = "Also saves the plan, as JSON, for `agent33-sync apply FILE`.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        SyncTrigger asked = trigger.trigger(spec);
        Optional<ProgressDisplay> progress =
                ProgressDisplay.onTerminal(spec.commandLine().getErr());
        try (Forge forge = repositories.forge(spec);
                SyncEngine engine = engine(forge, progress)) {
            progress.ifPresent(shown -> forge.telling(shown::say));
            SyncPlan plan = engine.plan(asked);
            progress.ifPresent(ProgressDisplay::finish);
            engine.print(plan, format, spec.commandLine().getOut());
            if (out != null) {
                save(engine, plan, out);
            }
            return needsAttention(plan) ? ExitStatus.ATTENTION : ExitStatus.DONE;
        } finally {
            progress.ifPresent(ProgressDisplay::finish);
            spec.commandLine().getOut().flush();
        }
    }

    private SyncEngine engine(Forge forge, Optional<ProgressDisplay> progress) {
        SyncEngineBuilder builder = scan.on(Engines.builder(repositories, forge, spec));
        progress.ifPresent(builder::addListener);
        return builder.build();
    }

    private void save(SyncEngine engine, SyncPlan plan, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            engine.print(plan, OutputFormat.JSON, writer);
        } catch (IOException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), "the plan cannot be saved as " + file + ": " + e, e);
        }
    }

    private static boolean needsAttention(SyncPlan plan) {
        return !plan.objections().isEmpty()
                || plan.rules().stream()
                        .anyMatch(rule -> rule instanceof Settled settled
                                && settled.outcome().needsAttention());
    }
}
