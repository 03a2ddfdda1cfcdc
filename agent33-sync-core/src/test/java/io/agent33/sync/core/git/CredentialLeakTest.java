package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that runs leave behind holds a credential (S14): a process works and fails in many ways with a unique secret
 * and all logging on, and then everything is searched for it. Some servers repeat what they were sent.
 */
@Tag("thorough")
class CredentialLeakTest {
    private static final String USER = "ann";
    /** With characters that URLs, JSON and messages write in other ways. */
    private static final String SECRET = "q7Zt!x9+Kw/4mP=\"v2";

    private static final String BASIC = Base64.getEncoder().encodeToString((USER + ":" + SECRET).getBytes(UTF_8));
    private static final List<String> FORMS = List.of(
            SECRET,
            "q7Zt!x9+Kw",
            "4mP=",
            BASIC,
            URLEncoder.encode(SECRET, UTF_8),
            Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)));

    private static final String RULE = """
            sync_rule:
              id: docs
              source: "core/**"
              target_repo: org/webapp
              target_path: docs
              frequency: on_release
            """;

    @TempDir
    private Path folder;

    private GitServer server;
    private ServerSocket rude;
    private final List<String> places = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        repositories("good", RULE);
        repositories("bad-rule", RULE.replace("source", "sorce"));
        GitFolder refusing = repositories("refusing", RULE);
        refusing.hook("pre-receive", "echo 'not on a Sunday'; exit 1");
        repositories("unpushable", RULE);
        repositories("cut", RULE);
        repositories("cut-push", RULE);
        repositories("echo-push", RULE);
        server = GitServer.serving(Files.createDirectories(folder.resolve("served")))
                .gate(this::passes);
        rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread answering = new Thread(this::answerRudely);
        answering.setDaemon(true);
        answering.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        rude.close();
    }

    /** An upstream with a release and a downstream below one folder; the downstream. */
    private GitFolder repositories(String name, String rule) {
        MemoryGit canonical = new MemoryGit();
        canonical
                .commit("first")
                .file("core/a.md", "canonical\n")
                .file("core/orchestrator/distribution/rules/docs.yaml", rule)
                .tag("v1.0.0");
        GitFolder.make(folder.resolve("served"), name + "/agent33/agent33.git", canonical.fixture());
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1");
        return GitFolder.make(folder.resolve("served"), name + "/org/webapp.git", git.fixture());
    }

    private boolean passes(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        boolean pushing = uri.contains("git-receive-pack");
        String sent = GitServer.header(exchange, "Authorization").orElse("");
        if (sent.isEmpty()) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            return answer(exchange, 401, "");
        }
        if (uri.startsWith("/wrong-password")) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"" + plain(sent) + "\"");
            return answer(exchange, 401, "no such login: " + plain(sent));
        }
        if (uri.startsWith("/forbidden") || (uri.startsWith("/unpushable") && pushing)) {
            return answer(exchange, 403, "not for " + plain(sent));
        }
        if (uri.startsWith("/broken")) {
            return answer(exchange, 500, sent);
        }
        if (uri.startsWith("/moved")) {
            exchange.getResponseHeaders().add("Location", "http://" + USER + ":" + SECRET + "@127.0.0.1:1/x" + uri);
            return answer(exchange, 302, "");
        }
        if (uri.startsWith("/refusing-in-words") || (uri.startsWith("/echo-push") && pushing && uri.contains("info"))) {
            String line = "ERR bad token " + plain(sent) + "\n";
            exchange.getResponseHeaders().add("Content-Type", "application/x-" + service(uri) + "-advertisement");
            return answer(exchange, 200, packet("# service=" + service(uri) + "\n") + "0000" + packet(line));
        }
        boolean cut = uri.startsWith("/cut/") && exchange.getRequestMethod().equals("POST")
                || uri.startsWith("/cut-push")
                        && pushing
                        && exchange.getRequestMethod().equals("POST");
        if (cut) {
            exchange.close();
        }
        return !cut;
    }

    private static String packet(String line) {
        return String.format(Locale.ROOT, "%04x%s", line.length() + 4, line);
    }

    private static String service(String uri) {
        return uri.contains("git-receive-pack") ? "git-receive-pack" : "git-upload-pack";
    }

    private static boolean answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        return false;
    }

    private static String plain(String basic) {
        return new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), UTF_8);
    }

    /** A server that repeats the login in its very first line, which the JDK's own cannot. */
    private void answerRudely() {
        while (!rude.isClosed()) {
            try (Socket socket = rude.accept()) {
                StringBuilder request = new StringBuilder();
                // Whoever speaks TLS starts with 22, and is cut off.
                while (request.indexOf("\r\n\r\n") < 0 && request.indexOf("\u0016") < 0) {
                    request.append((char) socket.getInputStream().read());
                }
                if (request.indexOf("\u0016") >= 0) {
                    continue;
                }
                boolean known = request.indexOf("Authorization: Basic " + BASIC) >= 0;
                OutputStream out = socket.getOutputStream();
                String head = known
                        ? "HTTP/1.1 500 cannot digest " + SECRET + "\r\n"
                        : "HTTP/1.1 401 who\r\nWWW-Authenticate: Basic realm=\"x\"\r\n";
                out.write((head + "Content-Length: 0\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void place(String base) {
        places.add(base + "/agent33/agent33.git");
        places.add(base + "/{repo}.git");
    }

    @Test
    void noSecretIsLeftBehindByWhateverGoesWrong() throws Exception {
        for (String name : List.of(
                "good",
                "good",
                "bad-rule",
                "refusing",
                "unpushable",
                "cut",
                "cut-push",
                "echo-push",
                "wrong-password",
                "forbidden",
                "broken",
                "moved",
                "refusing-in-words",
                "vanished",
                "failing-provider")) {
            place(server.url() + "/" + name);
        }
        place("http://localhost:" + rude.getLocalPort());
        place("https://localhost:" + rude.getLocalPort());
        place("http://no-such-host.invalid/good");
        place("http://localhost:1/good");
        for (String login : List.of(
                USER + ":" + SECRET,
                USER + ":p@" + SECRET,
                SECRET,
                ":" + SECRET,
                USER + ":" + SECRET.replace("/", "%2F"))) {
            place("https://" + login + "@no-such-host.invalid/good");
            place("ssh://" + login + "@no-such-host.invalid/good");
        }

        String said = run();

        assertThat(said).contains("proposed", "not on a Sunday", "500", "sorce", "no such host", "holds credentials");
        assertThat(said).contains("bad token ann:***", "cannot digest ***", "//***@127.0.0.1");
        assertThat(Files.readString(folder.resolve("log"))).contains("DEBUG");
        assertNowhere(said);
    }

    private String run() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(folder.toString(), USER, SECRET));
        arguments.addAll(places);
        List<String> options = List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                // JGit's own record of the wire, which repeats a server that repeats a login.
                "-Dorg.slf4j.simpleLogger.log.org.eclipse.jgit.transport.PacketLineIn=info",
                "-Dorg.slf4j.simpleLogger.logFile=" + folder.resolve("log"),
                "-Duser.home=" + Files.createDirectories(folder.resolve("home")));
        Path output = folder.resolve("output");
        Process process = OtherProcess.start(
                FailingRuns.class, output, Map.of("HOME", folder.resolve("home").toString()), options, arguments);
        process.getOutputStream().close();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }

    private void assertNowhere(String said) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).flatMap(CredentialLeakTest::leaks))
                    .as("places where the secret is found")
                    .isEmpty();
        }
        for (String kind : List.of("upstream", "downstream")) {
            for (Path repository : Plain.cached(folder.resolve("cache"), kind)) {
                assertThat(Plain.git(repository, "cat-file", "--batch", "--batch-all-objects"))
                        .doesNotContain(FORMS);
            }
        }
        assertThat(said).isNotEmpty();
    }

    private static Stream<String> leaks(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1)
                    .lines()
                    .filter(line -> FORMS.stream().anyMatch(line::contains))
                    .map(line -> file.getFileName() + ": " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
