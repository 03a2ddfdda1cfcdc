package io.agent33.sync.github.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The bare repositories below a folder, {@code owner/name.git}: over smart HTTP, served by {@code git http-backend}, and merged into as
 * a forge does it. Thread-safe.
 */
public final class GitRepositories {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "CONTENT_TYPE",
            "Content-Encoding", "HTTP_CONTENT_ENCODING",
            "Git-Protocol", "GIT_PROTOCOL");
    private static final List<String> SOMEBODY =
            List.of("-c", "user.name=GitHub", "-c", "user.email=noreply@github.test");

    private final Path folder;
    private final Executor threads;

    /** @param threads of their own, which feed what is pushed to git */
    public GitRepositories(Path folder, Executor threads) {
        this.folder = folder;
        this.threads = threads;
    }

    /** Answers one request; the caller closes the exchange. */
    public void serve(HttpExchange exchange) throws IOException {
        Process process = backend(exchange);
        InputStream request = exchange.getRequestBody();
        threads.execute(() -> feed(request, process.getOutputStream()));
        try (InputStream answer = new BufferedInputStream(process.getInputStream())) {
            exchange.sendResponseHeaders(headers(exchange, answer), 0);
            answer.transferTo(exchange.getResponseBody());
        }
    }

    private Process backend(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "-c", "http.receivepack=true", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        HEADERS.forEach((header, variable) -> Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst(header))
                .ifPresent(value -> environment.put(variable, value)));
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void feed(InputStream request, OutputStream process) {
        try (process) {
            request.transferTo(process);
        } catch (IOException e) {
            // It has answered without reading all of it.
            return;
        }
    }

    /** The status; the others are the exchange's then. */
    private static int headers(HttpExchange exchange, InputStream answer) throws IOException {
        int status = 200;
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    boolean hasBranch(RepositoryId repository, String name) {
        return !git(repository, "for-each-ref", "refs/heads/" + name).isEmpty();
    }

    /** One commit on the base, with what the branch changes: a merge by squashing. */
    void squash(RepositoryId repository, String branch, String base) {
        String tree = git(repository, "merge-tree", "--write-tree", "refs/heads/" + base, "refs/heads/" + branch);
        String commit = git(repository, "commit-tree", "-p", "refs/heads/" + base, "-m", "Merged " + branch, tree);
        git(repository, "update-ref", "refs/heads/" + base, commit);
    }

    private String git(RepositoryId repository, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(SOMEBODY);
        command.add("--git-dir=" + folder.resolve(repository.value() + ".git"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a path of a request is about one of these. */
    boolean isOne(String path) {
        String[] parts = path.split("/", 4);
        return parts.length == 4
                && parts[2].endsWith(".git")
                && Files.isDirectory(folder.resolve(parts[1]).resolve(parts[2]));
    }
}
