package io.agent33.sync.core.git;

import java.net.URI;
import java.util.Optional;

/**
 * Knows with which name and secret to log in; to be implemented by hosts.
 *
 * <p>It is asked only when a server demands it, and again for each connection, so a token may change or expire between
 * two questions. It is never asked for a server other than the one that was configured: a redirect to another host gets no
 * credentials. Implementations are thread-safe and answer quickly. What they throw counts as refused credentials; the message of
 * a {@link io.agent33.sync.api.error.RepositoryException} is told, of anything else its class alone.
 *
 * <p>Nothing that it returns is written to a log, a message, a report or a file (S14). For {@code ssh}, keys and agents of
 * {@code ~/.ssh} come first; a login's secret serves as password, or as the passphrase of a key.
 */
@FunctionalInterface
public interface GitCredentials {
    /**
     * The login for a repository.
     *
     * @param repository its address, without credentials
     * @return empty if there is none; the server's refusal then costs the rules that need this repository
     */
    Optional<Login> credentialsFor(URI repository);

    /** Never a login: public repositories, folders, and {@code ssh} with keys. The default. */
    static GitCredentials none() {
        return repository -> Optional.empty();
    }

    /**
     * A token as GitHub, GitLab and their like take it in place of a password. It is sent over {@code https}, and over
     * plain {@code http} to the machine itself only.
     *
     * @param token not blank
     */
    static GitCredentials token(String token) {
        return new Token(new Login("x-access-token", token));
    }

    /**
     * A name and its secret.
     *
     * @param username not blank
     * @param secret a password or a token, not blank
     */
    record Login(String username, String secret) {
        /** @throws IllegalArgumentException if one of them is blank */
        public Login {
            if (username.isBlank() || secret.isBlank()) {
                throw new IllegalArgumentException("a login needs a user name and a secret");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return username + ":***";
        }
    }
}
