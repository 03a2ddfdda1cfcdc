package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/** JGit's way to one repository, set up as we want it. */
final class Connection implements AutoCloseable {
    /** What servers and JGit say when it is a matter of who asks. */
    private static final Pattern ABOUT_RIGHTS = Pattern.compile(
            "not authorized|not permitted|authenticat|auth fail|permission|access denied|forbidden|cannot log in"
                    + "|credential|read-only|not allowed");

    private final Transport transport;
    private final Logins logins;
    private final Greeting greeting;

    private Connection(Transport transport, Logins logins, Greeting greeting) {
        this.transport = transport;
        this.logins = logins;
        this.greeting = greeting;
    }

    /**
     * Prepares it; nothing is sent yet.
     *
     * @param tally counts what is transferred; not over git's own old protocol, which few still speak
     * @param loginFirst whether the server is known to demand a login, which saves being turned away first
     */
    static Connection to(
            Address address, Access access, Tally tally, Repository local, OptionalInt depth, boolean loginFirst)
            throws IOException {
        Logins logins = new Logins(address, access.credentials());
        Greeting greeting = new Greeting();
        Transport transport = Transport.open(local, address.uri());
        transport.setTimeout((int) access.timeout().toSeconds());
        transport.setCredentialsProvider(logins);
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setPackConfig(asItIs());
        depth.ifPresent(transport::setDepth);
        if (transport instanceof SshTransport ssh) {
            ssh.setSshSessionFactory(new CountedSsh(SshSessions.factory(), tally, greeting));
        }
        if (transport instanceof TransportHttp http) {
            CountedHttp.count(http, tally, greeting);
        }
        if (loginFirst && transport instanceof TransportHttp http) {
            Optional<GitCredentials.Login> login = logins.loginFor(address.uri());
            login.ifPresent(known -> http.setPreemptiveBasicAuthentication(known.username(), known.secret()));
        }
        return new Connection(transport, logins, greeting);
    }

    /** What is stored compressed is sent so; nobody searches for a smaller form. */
    private static PackConfig asItIs() {
        PackConfig config = new PackConfig();
        config.setDeltaCompress(false);
        config.setThreads(1);
        return config;
    }

    Transport transport() {
        return transport;
    }

    /** What the other end advertises below these names, ready for a fetch. */
    FetchConnection openFetch(Collection<String> names) throws IOException {
        try {
            FetchConnection fetch = transport.openFetch(List.of(), names.toArray(String[]::new));
            greeting.refuseOtherObjectFormat();
            return fetch;
        } catch (IOException | RuntimeException e) {
            greeting.refuseOtherObjectFormat();
            throw e;
        }
    }

    /** Whether a login was asked for and given. */
    boolean loggedIn() {
        return logins.outcome() == Logins.Outcome.GIVEN;
    }

    /** The failure, with what is known of the login if that was the reason. */
    IOException explained(Exception failure) {
        return logins.redaction().clean(known(failure), transport.getURI());
    }

    /** What a server said, without the login that it was sent. */
    String redacted(String text) {
        return logins.redaction().clean(text);
    }

    private IOException known(Exception failure) {
        // The address stands in most messages, and may hold any word.
        String said = String.valueOf(failure.getMessage()).replace(transport.getURI() + ": ", "");
        boolean rights = failure instanceof UnsupportedCredentialItem
                || failure instanceof Logins.CredentialsException
                || ABOUT_RIGHTS.matcher(said.toLowerCase(Locale.ROOT)).find();
        if (said.contains("key did not validate")) {
            return new NotAuthorized(
                    "the key of this host is not the one in ~/.ssh/known_hosts; check it and add it", failure);
        }
        if (rights || logins.outcome() == Logins.Outcome.OTHER_HOST) {
            return new NotAuthorized(Texts.oneLine(redacted(said) + "; " + remedy()), failure);
        }
        return failure instanceof IOException known ? known : new IOException(failure);
    }

    private String remedy() {
        return switch (logins.outcome()) {
            case GIVEN -> "it did not accept the login that it was given, or that login lacks the permission";
            case OTHER_HOST -> "it sends on to another host, which gets no credentials; configure that address instead";
            case NONE_KNOWN -> "no login is known for it: give one by credentials(…)";
            case NOT_ASKED -> "check who may do this there";
        };
    }

    @Override
    public void close() {
        transport.close();
    }
}
