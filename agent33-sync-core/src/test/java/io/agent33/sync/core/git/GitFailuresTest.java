package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers do to us, and what we make of it. */
class GitFailuresTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final String SECRET = "s3cret-t0ken";

    @TempDir
    private Path folder;

    private GitServer server;

    @BeforeEach
    void start() {
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1");
        GitFolder.make(folder, ID + ".git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private GitDownstreams downstreams() {
        return GitDownstreams.byTemplate(server.url() + "/{repo}.git").cache(folder.resolve("cache"));
    }

    private static RepositoryException failure(GitDownstreams downstreams, Consumer<DownstreamRepository> action) {
        try (DownstreamRepository downstream = downstreams.open(ID)) {
            return catchThrowableOfType(RepositoryException.class, () -> action.accept(downstream));
        }
    }

    private static RepositoryException failure(GitDownstreams downstreams) {
        return failure(downstreams, downstream -> downstream.base(Optional.empty()));
    }

    private static void look(DownstreamRepository downstream) {
        downstream.tree(downstream.base(Optional.empty()).commit()).children("");
    }

    private static void push(DownstreamRepository downstream) {
        downstream.push(Plain.draft(downstream, "sync/a", Plain.put(downstream, "b", "2")));
    }

    private GitServer.Gate answer(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            return false;
        };
    }

    private static boolean isPush(HttpExchange exchange) {
        return exchange.getRequestURI().toString().contains("git-receive-pack");
    }

    @Test
    void whoIsNotKnownIsForbidden() {
        server.gate(GitServer.login("ann", SECRET));

        RepositoryException failure = failure(downstreams());

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure)
                .hasMessageStartingWith(
                        "org/webapp (" + server.url() + "/org/webapp.git): could not read its base branch")
                .hasMessageContaining("no login is known for it: give one by credentials(…)");
    }

    @Test
    void aLoginThatIsNotAcceptedIsForbiddenAndAskedForOnce() {
        server.gate(GitServer.login("ann", "another"));
        int[] asked = {0};

        RepositoryException failure = failure(downstreams().credentials(repository -> {
            asked[0]++;
            return Optional.of(new GitCredentials.Login("ann", SECRET));
        }));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("did not accept the login");
        assertThat(asked[0]).isEqualTo(1);
        assertSecretIsNowhere(failure);
    }

    private void assertSecretIsNowhere(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> GitFolder.unchecked(() -> new String(Files.readAllBytes(file), ISO_8859_1))
                            .contains(SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLoginIsAskedForWhenItIsDemandedAndThenGivenAtOnce() {
        server.gate(GitServer.login("x-access-token", SECRET));

        try (DownstreamRepository downstream =
                downstreams().credentials(GitCredentials.token(SECRET)).open(ID)) {
            look(downstream);
            push(downstream);
        }

        assertThat(server.requests().get(0)).isEqualTo(server.requests().get(1));
        assertThat(server.requests().stream()
                        .filter(request -> request.startsWith("GET"))
                        .count())
                .as("of %s", server.requests())
                .isEqualTo(4);
    }

    @Test
    void aPublicRepositoryGetsNoLogin() {
        server.gate(exchange -> {
            assertThat(GitServer.header(exchange, "Authorization")).isEmpty();
            return true;
        });

        assertThat(failure(downstreams().credentials(GitCredentials.token(SECRET)), GitFailuresTest::look))
                .isNull();
    }

    @Test
    void anotherHostGetsNoLogin() {
        String elsewhere = server.url().replace("localhost", "127.0.0.1");
        server.gate(exchange -> {
            if (!GitServer.header(exchange, "Host").orElseThrow().startsWith("localhost")) {
                assertThat(GitServer.header(exchange, "Authorization")).isEmpty();
                return GitServer.login("ann", SECRET).passes(exchange);
            }
            exchange.getResponseHeaders().add("Location", elsewhere + exchange.getRequestURI());
            exchange.sendResponseHeaders(302, -1);
            return false;
        });

        RepositoryException failure = failure(downstreams().credentials(GitCredentials.token(SECRET)));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("another host");
    }

    @Test
    void aProviderThatThrowsCostsItsRepositoryOnly() {
        server.gate(GitServer.login("ann", SECRET));

        RepositoryException failure = failure(downstreams().credentials(repository -> {
            throw new IllegalStateException(SECRET);
        }));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("credentials provider failed");
        assertSecretIsNowhere(failure);
    }

    @Test
    void aProviderThatKnowsWhatIsWrongTellsIt() {
        server.gate(GitServer.login("ann", SECRET));

        RepositoryException failure = failure(downstreams().credentials(repository -> {
            throw new RepositoryException(Reason.NOT_FOUND, "org/webapp: the app is not installed there");
        }));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("the app is not installed there");
    }

    @Test
    void whoMayReadButNotWriteIsForbiddenToPush() {
        server.gate(exchange -> !isPush(exchange) || answer(403).passes(exchange));

        RepositoryException failure = failure(downstreams(), GitFailuresTest::push);

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("could not push to \"sync/a\"");
    }

    @Test
    void aRepositoryThatIsNotThereIsNotFound() {
        RepositoryException failure = failure(GitDownstreams.byTemplate(server.url() + "/elsewhere/{repo}.git")
                .cache(folder.resolve("cache")));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure).hasMessageContaining("check the address");
    }

    @Test
    void aServerInTroubleIsUnreachable() {
        server.gate(answer(503));

        assertThat(failure(downstreams()).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aServerThatTalksNonsenseIsUnreachable() {
        server.gate(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>not git at all</html>".getBytes());
            exchange.close();
            return false;
        });

        assertThat(failure(downstreams()).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void nobodyAtThePortIsUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        RepositoryException failure = failure(GitDownstreams.byTemplate("http://localhost:" + port + "/{repo}.git")
                .cache(folder.resolve("cache")));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("check the network");
    }

    @Test
    void anAnswerThatBreaksOffIsUnreachableAndTheNextRunIsWhole() {
        server.gate(exchange -> {
            boolean brings = exchange.getRequestMethod().equals("POST")
                    && server.requests().size() > 2;
            if (brings) {
                exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-result");
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("0011shallow-info\n".getBytes());
                exchange.close();
            }
            return !brings;
        });
        assertThat(failure(downstreams(), GitFailuresTest::look).reason()).isEqualTo(Reason.UNREACHABLE);

        server.gate(exchange -> true);
        assertThat(failure(downstreams(), GitFailuresTest::look)).isNull();
    }

    @Test
    void silenceIsUnreachable() {
        CountDownLatch end = new CountDownLatch(1);
        server.gate(exchange -> {
            waitFor(end);
            return false;
        });

        RepositoryException failure = failure(downstreams().timeout(Duration.ofSeconds(1)));
        end.countDown();

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no answer in time");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptIsToldAndKept() {
        Thread caller = Thread.currentThread();
        CountDownLatch end = new CountDownLatch(1);
        server.gate(exchange -> {
            caller.interrupt();
            waitFor(end);
            return false;
        });

        RepositoryException failure = failure(downstreams());
        boolean kept = Thread.interrupted();
        end.countDown();

        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(kept).isTrue();
    }

    @Test
    void anInterruptOnThisMachineIsToldAndKept() {
        GitDownstreams local = GitDownstreams.byTemplate(folder + "/{repo}.git").cache(folder.resolve("cache"));
        try (DownstreamRepository downstream = local.open(ID)) {
            var draft = Plain.draft(downstream, "sync/a", Plain.put(downstream, "b", "2"));
            Thread.currentThread().interrupt();
            RepositoryException failure = catchThrowableOfType(RepositoryException.class, () -> downstream.push(draft));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
        }
    }

    @Test
    void aMissingBranchIsToldWithTheDefaultOne() {
        RepositoryException failure = failure(downstreams(), downstream -> downstream.base(Optional.of("release/1.x")));

        assertThat(failure.reason()).isEqualTo(Reason.NO_SUCH_REVISION);
        assertThat(failure).hasMessageContaining("\"release/1.x\"").hasMessageContaining("default branch is \"main\"");
    }

    @Test
    void aCacheThatCannotBeWrittenIsToldApart() throws Exception {
        Path cache = Files.writeString(folder.resolve("cache"), "a file");

        RepositoryException failure = failure(downstreams());

        assertThat(failure.reason()).isEqualTo(Reason.STORAGE);
        assertThat(failure).hasMessageContaining(cache.toString());
    }
}
