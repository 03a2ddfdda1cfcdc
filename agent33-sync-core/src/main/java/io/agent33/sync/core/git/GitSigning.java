package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgConfig.GpgFormat;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Signs the commits that are pushed, as git does (S11). To be given to {@link GitDownstreams#signing}:
 *
 * <pre>{@code
 * GitDownstreams.byTemplate(…).signing(GitSigning.ssh(Path.of("bot_ed25519")))
 * }</pre>
 *
 * <p>Nobody's configuration of git is read. A commit that cannot be signed is not pushed; that costs the rule. Signed with Ed25519 or
 * RSA over SSH, the same proposal is the same commit each time; a signature of GnuPG tells its time, and one with ECDSA is never the
 * same: then two processes that push at once push two commits, of which one stays. Instances are thread-safe.
 */
public final class GitSigning {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final GpgFormat format;
    private final String key;
    private final Optional<Supplier<String>> passphrase;

    private GitSigning(GpgFormat format, String key, Optional<Supplier<String>> passphrase) {
        this.format = format;
        this.key = key;
        this.passphrase = passphrase;
    }

    /**
     * With a private key as {@code ssh-keygen} writes it.
     *
     * @throws IllegalArgumentException if there is no such file to be read, or JGit's {@code org.eclipse.jgit.ssh.apache} is not on the
     *     class path
     */
    public static GitSigning ssh(Path key) {
        if (!Files.isRegularFile(key) || !Files.isReadable(key)) {
            throw new IllegalArgumentException(
                    "the key to sign with is a private key of SSH, a file that can be read; " + key + " is none");
        }
        check(GpgFormat.SSH, "org.eclipse.jgit.ssh.apache");
        return new GitSigning(GpgFormat.SSH, key.toAbsolutePath().toString(), Optional.empty());
    }

    /**
     * With a secret key of GnuPG's own key ring, in {@code GNUPGHOME} or {@code ~/.gnupg}. Needs {@code org.eclipse.jgit.gpg.bc} of JGit
     * on the class path.
     *
     * @param key its id or fingerprint, in hexadecimal digits, or the e-mail address of its owner
     * @throws IllegalArgumentException if it is blank, or that library is not there
     */
    public static GitSigning gpg(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key to sign with is named by its id, its fingerprint or its owner");
        }
        check(GpgFormat.OPENPGP, "org.eclipse.jgit.gpg.bc");
        return new GitSigning(GpgFormat.OPENPGP, key.strip(), Optional.empty());
    }

    private static void check(GpgFormat format, String library) {
        if (Signers.get(format) == null) {
            throw new IllegalArgumentException(
                    "to sign with such a key, add org.eclipse.jgit:" + library + " to the class path");
        }
    }

    /**
     * The same, for a key that is kept under a passphrase.
     *
     * @param secret asked for each time; kept nowhere
     */
    public GitSigning passphrase(Supplier<String> secret) {
        return new GitSigning(format, key, Optional.of(secret));
    }

    /**
     * A commit with its signature.
     *
     * @param headers what stands in it above its message, without the blank line
     * @throws NotSigned if that is not possible
     */
    String signed(String headers, String message, Identity committer) throws NotSigned {
        return headers + "gpgsig "
                + LINE_END.matcher(signature(headers + "\n" + message, committer))
                        .replaceAll("\n ") + "\n\n" + message;
    }

    private String signature(String commit, Identity committer) throws NotSigned {
        Config config = new Config();
        config.setString("gpg", null, "format", format.toConfigValue());
        try {
            return Signers.get(format)
                    .sign(
                            null,
                            new GpgConfig(config),
                            commit.getBytes(UTF_8),
                            new PersonIdent(committer.name(), committer.email()),
                            key,
                            new Secret())
                    .toExternalString()
                    .strip();
        } catch (org.eclipse.jgit.api.errors.CanceledException e) {
            throw new NotSigned("the passphrase of " + this + " is missing or wrong", e);
        } catch (IOException | UnsupportedSigningFormatException | JGitInternalException e) {
            throw new NotSigned(this + ": " + e.getMessage(), e);
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return (format == GpgFormat.SSH ? "SSH key " : "GnuPG key ") + key;
    }

    /** Answers the question for the passphrase once, since a second one means that the first answer was wrong. */
    private final class Secret extends CredentialsProvider {
        private boolean given;

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public boolean supports(CredentialItem... items) {
            return passphrase.isPresent();
        }

        @Override
        public boolean get(URIish uri, CredentialItem... items) throws UnsupportedCredentialItem {
            if (given || passphrase.isEmpty()) {
                return false;
            }
            given = true;
            for (CredentialItem item : items) {
                if (item instanceof CredentialItem.CharArrayType secret) {
                    secret.setValue(passphrase.get().get().toCharArray());
                } else if (item instanceof CredentialItem.StringType secret) {
                    secret.setValue(passphrase.get().get());
                }
            }
            return true;
        }
    }
}
