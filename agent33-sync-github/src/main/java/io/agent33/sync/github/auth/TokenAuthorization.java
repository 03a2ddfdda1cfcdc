package io.agent33.sync.github.auth;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Authorization;
import java.util.Optional;
import java.util.function.Supplier;

/** One token for every repository, asked for each time: whoever gives it may renew it. */
public final class TokenAuthorization implements Authorization {
    private final Supplier<String> token;

    /** @param token thread-safe */
    public TokenAuthorization(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public String header(RepositoryId repository) {
        String given = Optional.ofNullable(token.get()).orElse("").strip();
        if (given.isEmpty() || !given.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new RepositoryException(
                    RepositoryException.Reason.FORBIDDEN,
                    repository + ": the token for GitHub is "
                            + (given.isEmpty() ? "empty" : "none: it holds characters that no token has")
                            + "; see where it comes from");
        }
        return "Bearer " + given;
    }

    @Override
    public String toString() {
        return "a token";
    }
}
