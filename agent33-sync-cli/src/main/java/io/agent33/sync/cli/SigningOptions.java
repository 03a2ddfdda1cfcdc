package io.agent33.sync.cli;

import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.Nullable;
import picocli.CommandLine.Option;

/** Who signs the commits that are pushed. */
final class SigningOptions {
    @Option(
            names = "--sign-ssh",
            order = 45,
            paramLabel = "FILE",
            description = "Sign the commits with this private key of SSH. A passphrase is taken from the environment.")
    private @Nullable Path ssh;

    @Option(
            names = "--sign-gpg",
            order = 46,
            paramLabel = "KEY",
            description = "Sign the commits with this secret key of GnuPG's key ring: its id, fingerprint or e-mail"
                    + " address. A passphrase is taken from the environment.")
    private @Nullable String gpg;

    /** @throws IllegalArgumentException if there is another one beside */
    Optional<Path> ssh() {
        if (ssh != null && gpg != null) {
            throw new IllegalArgumentException("a commit has one signature: --sign-ssh or --sign-gpg");
        }
        return Optional.ofNullable(ssh);
    }

    Optional<String> gpg() {
        return Optional.ofNullable(gpg);
    }
}
