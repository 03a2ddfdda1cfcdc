package io.agent33.sync.it.github;

import com.sun.net.httpserver.HttpServer;
import io.agent33.sync.github.simulated.GitRepositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The repositories below a folder over smart HTTP on the loopback, for whoever asks. */
final class GitBackend implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private GitBackend(Path folder) throws IOException {
        GitRepositories repositories = new GitRepositories(folder, threads);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                repositories.serve(exchange);
            }
        });
        server.start();
    }

    static GitBackend serving(Path folder) {
        try {
            return new GitBackend(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
