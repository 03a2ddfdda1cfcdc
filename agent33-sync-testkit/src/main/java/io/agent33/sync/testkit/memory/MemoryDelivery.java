package io.agent33.sync.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.ValidationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What transforms and validators are given, in memory, for their tests: a release of files, all of one folder delivered to one folder.
 *
 * <pre>{@code
 * MemoryDelivery delivery = MemoryDelivery.of("core/", "docs/").file("core/a.md", "one\n").elsewhere("README.md", "mine\n");
 * Document after = transform.apply(delivery.document("core/a.md"), delivery.transformContext());
 * List<Finding> findings = validator.check(delivery.validationContext());
 * }</pre>
 *
 * <p>Not thread-safe; what it gives is.
 */
public final class MemoryDelivery {
    private static final RepositoryId UPSTREAM = RepositoryId.of("agent33/agent33");
    private static final RepositoryId DOWNSTREAM = RepositoryId.of("org/webapp");

    private final String from;
    private final String to;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, byte[]> others = new TreeMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> conflicted = new ArrayList<>();

    private MemoryDelivery(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A delivery of no files yet, of release {@code v1.0.0}, by the rule {@code docs}.
     *
     * @param from a folder upstream, with its slash
     * @param to a folder downstream, with its slash; empty for the root
     */
    public static MemoryDelivery of(String from, String to) {
        return new MemoryDelivery(from, to);
    }

    /** With a file of the upstream; it is delivered if it lies in the folder. */
    public MemoryDelivery file(String source, String text) {
        return file(source, text.getBytes(UTF_8));
    }

    /** The same of any bytes. */
    public MemoryDelivery file(String source, byte[] content) {
        files.put(source, content.clone());
        return this;
    }

    /** With a delivered file that holds conflict markers. */
    public MemoryDelivery conflicted(String source, String text) {
        conflicted.add(source);
        return file(source, text);
    }

    /** With a file of the downstream's own. */
    public MemoryDelivery elsewhere(String target, String text) {
        others.put(target, text.getBytes(UTF_8));
        return this;
    }

    /** With a variable. */
    public MemoryDelivery variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** A file of the upstream on its way. @throws IllegalArgumentException if it is not delivered, or no text */
    public Document document(String source) {
        String text = tree().text(source)
                .orElseThrow(() -> new IllegalArgumentException(source + " is no text of the upstream"));
        return new Document(source, target(source), text);
    }

    /** What a transform is given. */
    public TransformContext transformContext() {
        return new TransformContext("docs", UPSTREAM, DOWNSTREAM, release(), variables, delivered(), tree());
    }

    /** What a validator is given; every file lies downstream as it lies upstream. */
    public ValidationContext validationContext() {
        List<DeliveredFile> all = new ArrayList<>();
        Map<String, byte[]> target = new TreeMap<>(others);
        files.forEach((source, content) -> {
            if (source.startsWith(from)) {
                all.add(new MemoryFile(source, target(source), content, conflicted.contains(source)));
                target.put(target(source).value(), content);
            }
        });
        return new ValidationContext(
                "docs", UPSTREAM, DOWNSTREAM, release(), all, new MemoryPlace(target), delivered(), tree());
    }

    private MemoryPlace tree() {
        return new MemoryPlace(files);
    }

    private MemoryPlaces delivered() {
        Map<String, RepoPath> targets = new TreeMap<>();
        files.keySet().stream()
                .filter(source -> source.startsWith(from))
                .forEach(source -> targets.put(source, target(source)));
        return new MemoryPlaces(targets, from, to);
    }

    private RepoPath target(String source) {
        if (!source.startsWith(from)) {
            throw new IllegalArgumentException(source + " is not delivered: it does not lie in " + from);
        }
        return RepoPath.of(to + source.substring(from.length()));
    }

    private static Release release() {
        return new Release("1.0.0", GitObject.blob(new byte[0]).id(), Optional.of("v1.0.0"));
    }
}
