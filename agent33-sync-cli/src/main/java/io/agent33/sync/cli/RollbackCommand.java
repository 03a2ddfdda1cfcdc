package io.agent33.sync.cli;

import io.agent33.sync.api.trigger.RollbackRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.annotation.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync rollback}. */
@Command(
        name = "rollback",
        header = "Takes a merged sync back, by a pull request downstream and an issue upstream.",
        description = {
            "",
            "Exactly the changes of that sync are reverted; later edits stay, and edits to the same lines become conflicts."
                    + " The release is not delivered again until a newer one comes, or `allow-release` allows it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync rollback --upstream=URL --downstream-url=TEMPLATE --rule=ID",
            "                             [--release=V | --to=V] --reason=TEXT [--dry-run] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync rollback --upstream URL --downstream-url TEMPLATE --rule docs --reason 'CI is red'",
        })
final class RollbackCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Option(names = "--rule", order = 20, paramLabel = "ID", required = true, description = "Whose sync is taken back.")
    private String rule = "";

    @ArgGroup
    private final Which which = new Which();

    @Option(
            names = "--reason",
            order = 23,
            paramLabel = "TEXT",
            required = true,
            description = "Why, for the pull request, the issue and DECISIONS.md.")
    private String reason = "";

    @Option(
            names = "--by",
            order = 24,
            paramLabel = "NAME",
            defaultValue = "operator",
            description = "Who asks, for DECISIONS.md. Default: ${DEFAULT-VALUE}")
    private String by = "operator";

    @Mixin
    private final ReversalOptions options = new ReversalOptions();

    /** Which syncs. */
    static final class Which {
        @Option(
                names = "--release",
                order = 21,
                paramLabel = "V",
                description = "The release whose sync is taken back. Default: the merged one.")
        private @Nullable String release;

        @Option(
                names = "--to",
                order = 22,
                paramLabel = "V",
                description = "Every sync after that of this release is taken back.")
        private @Nullable String to;
    }

    @Override
    public Integer call() {
        RollbackRequest request = request();
        return options.run(
                repositories, spec, engine -> engine.planRollback(request), engine -> engine.rollback(request));
    }

    private RollbackRequest request() {
        try {
            return new RollbackRequest(
                    rule,
                    Optional.ofNullable(which.release),
                    Optional.ofNullable(which.to),
                    reason,
                    by,
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
