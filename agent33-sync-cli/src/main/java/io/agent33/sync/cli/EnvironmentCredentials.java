package io.agent33.sync.cli;

import io.agent33.sync.core.git.GitCredentials;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The login that the environment holds. It is for the web alone: {@code ssh} has keys and agents, which know better. Like
 * every token it is not sent in the clear to another machine.
 */
final class EnvironmentCredentials implements GitCredentials {
    private final Optional<String> token;
    private final String user;

    EnvironmentCredentials(Optional<String> token, String user) {
        this.token = token;
        this.user = user;
    }

    /** As the process was started. */
    static GitCredentials ofProcess() {
        return new EnvironmentCredentials(Secrets.token(), Secrets.user());
    }

    @Override
    public Optional<Login> credentialsFor(URI repository) {
        String scheme = String.valueOf(repository.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.startsWith("http")
                ? token.map(GitCredentials::token)
                        .flatMap(known -> known.credentialsFor(repository))
                        .map(login -> new Login(user, login.secret()))
                : Optional.empty();
    }
}
