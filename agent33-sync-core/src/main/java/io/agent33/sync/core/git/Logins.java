package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Answers JGit's questions for one connection from a {@link GitCredentials}; every other question it answers with no. */
final class Logins extends CredentialsProvider {
    private final Address address;
    private final GitCredentials credentials;
    private final Redaction redaction = new Redaction();
    private int given;
    private volatile Outcome outcome = Outcome.NOT_ASKED;

    /** What came of the questions so far. */
    enum Outcome {
        NOT_ASKED,
        NONE_KNOWN,
        GIVEN,
        OTHER_HOST
    }

    Logins(Address address, GitCredentials credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Knows every login that was given. */
    Redaction redaction() {
        return redaction;
    }

    /** The login for a server; empty if there is none, or if it is not the one that was configured. */
    Optional<GitCredentials.Login> loginFor(URIish server) {
        if (server.getHost() == null
                || !server.getHost().equalsIgnoreCase(address.uri().getHost())) {
            outcome = Outcome.OTHER_HOST;
            return Optional.empty();
        }
        URI asked = address.asked(server);
        Optional<GitCredentials.Login> login;
        try {
            login = credentials.credentialsFor(asked);
        } catch (RepositoryException e) {
            // Made for people, and without secrets (S14).
            throw new CredentialsException("the credentials provider failed: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new CredentialsException(
                    "the credentials provider failed with " + e.getClass().getName());
        }
        login.ifPresent(redaction::hide);
        outcome = login.isPresent() ? Outcome.GIVEN : Outcome.NONE_KNOWN;
        return login;
    }

    /** JGit asks only those for the password of {@code ssh}. What it asks beyond a login gets no answer. */
    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!isOurs(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOurs(CredentialItem item) {
        return item instanceof CredentialItem.Username || item instanceof CredentialItem.Password;
    }

    @Override
    public boolean get(URIish server, CredentialItem... items) {
        // A second question means that the first answer was refused.
        if (!supports(items) || given > 0) {
            return false;
        }
        Optional<GitCredentials.Login> login = loginFor(server);
        login.ifPresent(known -> fill(known, items));
        given++;
        return login.isPresent();
    }

    private static void fill(GitCredentials.Login login, CredentialItem... items) {
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(login.username());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(login.secret().toCharArray());
            }
        }
    }

    /** A provider threw. Its own exception is not passed on: nobody knows what it holds. */
    static final class CredentialsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CredentialsException(String message) {
            super(message);
        }
    }
}
