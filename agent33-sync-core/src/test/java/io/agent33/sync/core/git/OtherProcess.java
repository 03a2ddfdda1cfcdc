package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.api.repository.TreeEntry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JVM of its own that does small syncs, or holds a lock. */
final class OtherProcess {
    /** The line that ends what it prints of one sync of several. */
    static final String END = "==== end";

    private static final String COPY = "docs/copy.bin";

    /** A small sync. */
    record Order(String upstream, String template, Path cache, String branch, Duration timeout, Duration deadline) {
        String line() {
            return String.join(
                    "\t", upstream, template, cache.toString(), branch, timeout.toString(), deadline.toString());
        }

        static Order of(String line) {
            String[] parts = line.split("\t", -1);
            return new Order(
                    parts[0],
                    parts[1],
                    Path.of(parts[2]),
                    parts[3],
                    Duration.parse(parts[4]),
                    Duration.parse(parts[5]));
        }
    }

    private OtherProcess() {}

    /** Starts it with options of the JVM and arguments. */
    static Process start(Path output, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        return start(OtherProcess.class, output, environment, options, List.of(arguments));
    }

    /** Starts another one. */
    static Process start(
            Class<?> main, Path output, Map<String, String> environment, List<String> options, List<String> arguments)
            throws IOException {
        return builder(main, environment, options, arguments)
                .redirectOutput(output.toFile())
                .start();
    }

    /** One that is not started yet; all that it prints goes to its output. */
    static ProcessBuilder builder(
            Class<?> main, Map<String, String> environment, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "lock" -> lock(Path.of(arguments[1]), Path.of(arguments[2]));
            case "sync" ->
                sync(new Order(
                        arguments[1],
                        arguments[2],
                        Path.of(arguments[3]),
                        arguments[4],
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(300)));
            case "syncs" -> syncs();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Holds it until its input ends, and makes a file when it does. */
    private static void lock(Path file, Path sign) throws IOException {
        CacheLock.on(file, Duration.ofMinutes(1), () -> {
            Files.createFile(sign);
            return System.in.read();
        });
    }

    /** Each order of its input, until it ends. */
    private static void syncs() throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            try {
                sync(Order.of(line));
            } catch (RepositoryException e) {
                e.printStackTrace(System.out);
            }
            System.out.println(END);
        }
    }

    /** Delivers all files of the upstream's default branch, and one more that it stores itself. */
    private static void sync(Order order) throws IOException {
        GitCredentials login = repository -> Optional.of(new GitCredentials.Login("ann", "s3cret"));
        try (GitUpstream upstream = GitUpstream.at(order.upstream())
                        .cache(order.cache())
                        .credentials(login)
                        .timeout(order.timeout())
                        .deadline(order.deadline());
                DownstreamRepository downstream = GitDownstreams.byTemplate(order.template(), login)
                        .cache(order.cache())
                        .timeout(order.timeout())
                        .deadline(order.deadline())
                        .open(RepositoryId.of("org/webapp"))) {
            FileTree files = upstream.tree(upstream.refs().head().commit());
            List<TreeEdit> edits = new ArrayList<>();
            for (TreeEntry entry : files.children("core")) {
                edits.add(TreeEdit.put(RepoPath.of("docs/" + entry.name()), entry.state()));
                edits.add(TreeEdit.put(RepoPath.of(COPY), copy(upstream.blobs(), entry.id(), downstream)));
            }
            ObjectId base = downstream.base(Optional.empty()).commit();
            ObjectId tree = downstream.buildTree(base, edits, upstream.blobs());
            BranchUpdate update = downstream.push(
                    new CommitDraft(order.branch(), Optional.empty(), base, tree, "sync\n", Plain.ENGINE, Plain.TIME));
            System.out.println(update);
            System.out.println("upstream " + upstream.traffic() + ", downstream " + downstream.traffic());
        } catch (RepositoryException e) {
            System.out.println(e.reason());
            throw e;
        }
    }

    /** The content with one byte more, so that it must be stored. */
    private static FileState copy(BlobSource blobs, ObjectId blob, DownstreamRepository downstream) throws IOException {
        long size = blobs.size(blob) + 1;
        try (InputStream content = blobs.open(blob);
                InputStream more = new ByteArrayInputStream("!".getBytes(UTF_8));
                InputStream both = new SequenceInputStream(content, more)) {
            return new FileState(FileMode.REGULAR, downstream.blobs().put(both, size));
        }
    }
}
