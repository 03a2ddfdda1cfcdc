package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.URIish;

/** Takes out of what a server says the login that it was sent, in whatever form, and logins in addresses (S14). */
final class Redaction {
    private static final String HIDDEN = "***";
    /** Not the mere user of an address with {@code ssh}. */
    private static final Pattern LOGIN = Pattern.compile("(?i)//[^/@\\s:]*:\\S*@|(?<=https?:)//[^/@\\s]*@");

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** From now on this login is hidden. */
    void hide(GitCredentials.Login login) {
        String secret = login.secret();
        secrets.add(secret);
        secrets.add(URLEncoder.encode(secret, UTF_8));
        secrets.add(base64(secret));
        secrets.add(base64(login.username() + ":" + secret));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, HIDDEN);
        }
        return LOGIN.matcher(clean).replaceAll("//" + HIDDEN + "@");
    }

    /** The failure itself if it tells nothing; else one of the same meaning, which has no cause. */
    IOException clean(IOException failure, URIish address) {
        if (!tells(failure, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            return failure;
        }
        String message = clean(String.valueOf(failure.getMessage()));
        IOException clean = failure instanceof NotAuthorized
                ? new NotAuthorized(message)
                : failure instanceof NoRemoteRepositoryException
                        ? new NoRemoteRepositoryException(address, message)
                        : new TransportException(message);
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }

    private boolean tells(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return false;
        }
        String message = String.valueOf(failure.getMessage());
        boolean further = failure.getCause() != null && tells(failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            further |= tells(suppressed, seen);
        }
        return further || !clean(message).equals(message);
    }
}
