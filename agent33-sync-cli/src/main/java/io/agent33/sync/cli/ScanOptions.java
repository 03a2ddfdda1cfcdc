package io.agent33.sync.cli;

import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.core.validate.secret.GitleaksRules;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What else must not leave the upstream: what every command has that plans a sync. */
final class ScanOptions {
    @Option(
            names = "--secrets",
            order = 45,
            paramLabel = "FILE",
            description = "Also look for what this rule file in the gitleaks format (TOML) describes. May be given more"
                    + " than once. Give `apply` the same as `plan`.")
    private List<Path> files = new ArrayList<>();

    /** @throws io.agent33.sync.api.error.ConfigurationException with everything that is wrong in the first bad file */
    SyncEngineBuilder on(SyncEngineBuilder builder) {
        if (files.isEmpty()) {
            return builder;
        }
        SecretScanner scanner = SecretScanner.builtIn();
        for (Path file : files) {
            scanner = scanner.with(GitleaksRules.read(file));
        }
        return builder.secrets(scanner);
    }
}
