package io.agent33.sync.core.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FtpChannel;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** Sessions over {@code ssh}, with what git says and hears in them counted. */
final class CountedSsh extends SshSessionFactory {
    private final SshSessionFactory sessions;
    private final Tally tally;
    private final Greeting greeting;

    CountedSsh(SshSessionFactory sessions, Tally tally, Greeting greeting) {
        this.sessions = sessions;
        this.tally = tally;
        this.greeting = greeting;
    }

    @Override
    public RemoteSession getSession(URIish uri, CredentialsProvider credentials, FS fs, int timeout)
            throws TransportException {
        RemoteSession session = sessions.getSession(uri, credentials, fs, timeout);
        // One that knows no environment would make JGit speak an older protocol than it could.
        return session instanceof RemoteSession2 modern ? new Counted(modern, tally, greeting) : session;
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    private record Counted(RemoteSession2 session, Tally tally, Greeting greeting) implements RemoteSession2 {
        @Override
        public Process exec(String command, int timeout) throws IOException {
            return new CountedProcess(session.exec(command, timeout), tally, greeting);
        }

        @Override
        public Process exec(String command, Map<String, String> environment, int timeout) throws IOException {
            return new CountedProcess(session.exec(command, environment, timeout), tally, greeting);
        }

        @Override
        public FtpChannel getFtpChannel() {
            return session.getFtpChannel();
        }

        @Override
        public void disconnect() {
            session.disconnect();
        }
    }

    /** The other end of a session. */
    private static final class CountedProcess extends Process {
        private final Process process;
        private final Tally tally;
        private final Greeting greeting;

        CountedProcess(Process process, Tally tally, Greeting greeting) {
            this.process = process;
            this.tally = tally;
            this.greeting = greeting;
        }

        @Override
        public OutputStream getOutputStream() {
            return tally.counting(process.getOutputStream());
        }

        @Override
        public InputStream getInputStream() {
            return greeting.hearing(tally.counting(process.getInputStream()));
        }

        @Override
        public InputStream getErrorStream() {
            return process.getErrorStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }
}
