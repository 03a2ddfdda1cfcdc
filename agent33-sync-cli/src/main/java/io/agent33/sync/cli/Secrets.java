package io.agent33.sync.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/** The last look at what is printed about a failure: nobody's message may carry a credential out (S14). */
final class Secrets {
    static final String USER = "AGENT33_GIT_USER";
    static final String TOKEN = "AGENT33_GIT_TOKEN";
    static final String PASSPHRASE = "AGENT33_SIGNING_PASSPHRASE";
    /** The user name that forges expect beside a token. */
    static final String DEFAULT_USER = "x-access-token";

    /** Also if the password holds a slash or an at sign, which it must not. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)(?:[^/\\s@:]*:(?![0-9]+/)\\S*@|[^/\\s]+@)");

    private static final String HIDDEN = "***";

    private Secrets() {}

    /** The text without the token of the environment and without the user part of addresses. */
    static String hidden(String text) {
        return hidden(text, token());
    }

    static String hidden(String text, Optional<String> token) {
        String shown = token.map(value -> text.replace(value, HIDDEN)).orElse(text);
        return USER_INFO.matcher(shown).replaceAll(HIDDEN + "@");
    }

    static Optional<String> token() {
        return Optional.ofNullable(System.getenv(TOKEN)).filter(value -> !value.isBlank());
    }

    static Optional<String> passphrase() {
        return Optional.ofNullable(System.getenv(PASSPHRASE)).filter(value -> !value.isEmpty());
    }

    static String user() {
        return Optional.ofNullable(System.getenv(USER))
                .filter(value -> !value.isBlank())
                .orElse(DEFAULT_USER);
    }
}
