package io.agent33.sync.core.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** JGit's own HTTP connections, with what their bodies hold counted as it goes over the network: compressed. */
final class CountedHttp extends JDKHttpConnectionFactory {
    private final Tally tally;

    private CountedHttp(Tally tally) {
        this.tally = tally;
    }

    /** A host that chose other connections for JGit keeps them, uncounted. */
    static void count(TransportHttp transport, Tally tally) {
        if (transport.getHttpConnectionFactory().getClass().equals(JDKHttpConnectionFactory.class)) {
            transport.setHttpConnectionFactory(new CountedHttp(tally));
        }
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new Counted(url, tally);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Counted(url, proxy, tally);
    }

    private static final class Counted extends JDKHttpConnection {
        private final Tally tally;

        Counted(URL url, Tally tally) throws IOException {
            super(url);
            this.tally = tally;
        }

        Counted(URL url, Proxy proxy, Tally tally) throws IOException {
            super(url, proxy);
            this.tally = tally;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return tally.counting(super.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return tally.counting(super.getOutputStream());
        }
    }
}
