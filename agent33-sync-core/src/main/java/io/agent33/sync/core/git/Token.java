package io.agent33.sync.core.git;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** One token for every server, that never travels in the clear. */
final class Token implements GitCredentials {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Login login;

    Token(Login login) {
        this.login = login;
    }

    @Override
    public Optional<Login> credentialsFor(URI repository) {
        boolean safe = !"http".equals(repository.getScheme())
                || (repository.getHost() != null && THIS_MACHINE.contains(repository.getHost()));
        return safe ? Optional.of(login) : Optional.empty();
    }

    @Override
    public String toString() {
        return "token " + login;
    }
}
