package io.agent33.sync.cli;

import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What asks for the sync (S10). */
final class TriggerOptions {
    @ArgGroup(exclusive = true, multiplicity = "0..1", order = 10)
    private @Nullable Kind kind;

    @Option(
            names = "--at",
            order = 15,
            paramLabel = "REF",
            description = "With --manual: a branch, a tag or a commit of the upstream instead of the latest release.")
    private @Nullable String at;

    @Option(
            names = "--rule",
            order = 14,
            paramLabel = "ID",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            description = "Only these rules; several times, or ids with commas between them.")
    private final List<String> rules = new ArrayList<>();

    @Option(names = "--allow-downgrade", order = 16, description = "Let downstreams go back to an older release.")
    private boolean allowDowngrade;

    /** None of them: whatever is due. */
    private static final class Kind {
        @Option(
                names = "--release",
                order = 11,
                paramLabel = "TAG",
                description = "Sync this release, for rules with on_release. Without --release, --change and --manual:"
                        + " what is due, that is the latest release, and changes for rules with on_change.")
        private @Nullable String release;

        @Option(
                names = "--change",
                order = 12,
                paramLabel = "REF",
                description = "Sync what changed up to this branch, tag or commit, for rules with on_change.")
        private @Nullable String change;

        @Option(
                names = "--manual",
                order = 13,
                description = "Sync the rules that --rule names, whatever their frequency, at the latest release.")
        private boolean manual;
    }

    /** @throws ParameterException if the options contradict each other */
    SyncTrigger trigger(CommandSpec spec) {
        boolean manual = kind != null && kind.manual;
        if (manual && rules.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--manual needs --rule: it syncs the rules that you name");
        }
        if (at != null && !manual) {
            throw new ParameterException(
                    spec.commandLine(), "--at goes with --manual; for a release or a change, name it there");
        }
        SyncTrigger trigger = base().only(rules.toArray(String[]::new));
        return allowDowngrade ? trigger.allowDowngrade() : trigger;
    }

    private SyncTrigger base() {
        if (kind == null) {
            return SyncTrigger.due();
        } else if (kind.release != null) {
            return SyncTrigger.release(kind.release);
        } else if (kind.change != null) {
            return SyncTrigger.change(kind.change);
        }
        SyncTrigger manual = SyncTrigger.manual(rules.toArray(String[]::new));
        return Optional.ofNullable(at).map(manual::at).orElse(manual);
    }
}
