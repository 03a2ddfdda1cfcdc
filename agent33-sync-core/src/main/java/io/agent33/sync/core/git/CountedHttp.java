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
    private final Greeting greeting;

    private CountedHttp(Tally tally, Greeting greeting) {
        this.tally = tally;
        this.greeting = greeting;
    }

    /** A host that chose other connections for JGit keeps them, uncounted. */
    static void count(TransportHttp transport, Tally tally, Greeting greeting) {
        if (transport.getHttpConnectionFactory().getClass().equals(JDKHttpConnectionFactory.class)) {
            transport.setHttpConnectionFactory(new CountedHttp(tally, greeting));
        }
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new Counted(url, this);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Counted(url, proxy, this);
    }

    private static final class Counted extends JDKHttpConnection {
        private final CountedHttp owner;

        Counted(URL url, CountedHttp owner) throws IOException {
            super(url);
            this.owner = owner;
        }

        Counted(URL url, Proxy proxy, CountedHttp owner) throws IOException {
            super(url, proxy);
            this.owner = owner;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return owner.greeting.hearing(owner.tally.counting(super.getInputStream()));
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return owner.tally.counting(super.getOutputStream());
        }
    }
}
