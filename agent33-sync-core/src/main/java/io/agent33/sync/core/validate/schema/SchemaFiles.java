package io.agent33.sync.core.validate.schema;

import com.networknt.schema.AbsoluteIri;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the schemas lie that a file may name: relative to it or by a path from the root, in one tree or in another. Nothing else is
 * looked for, and nothing is fetched.
 */
public final class SchemaFiles {
    /** No such host exists, nor ever will (RFC 2606); it only makes addresses of paths. */
    private static final String SITE = "https://here.invalid/";

    private final List<Tree> trees;

    /**
     * A tree of files.
     *
     * @param folder of the file that names schemas, without a slash at the end; empty for the root
     * @param texts by path
     */
    public record Tree(String folder, Function<String, Optional<String>> texts) {}

    /** @param trees in the order in which they are asked */
    public SchemaFiles(List<Tree> trees) {
        this.trees = List.copyOf(trees);
    }

    /** @param address by which the validator knows it */
    record Held(String address, String text) {}

    /** Whether a reference leads to another machine, or is no path at all. */
    static boolean isAddress(String reference) {
        return reference.matches("(?i)[a-z][a-z0-9+.-]*:.*") || reference.startsWith("//");
    }

    /**
     * The file that a reference names.
     *
     * @param reference may have a fragment
     */
    Optional<Held> find(String reference) {
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash);
        List<Optional<Held>> candidates = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            String folder = trees.get(i).folder();
            candidates.add(path.startsWith("/") ? Optional.empty() : held(i, folder + "/" + path, fragment));
        }
        for (int i = 0; i < trees.size(); i++) {
            candidates.add(held(i, path, fragment));
        }
        return candidates.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<Held> held(int tree, String path, String fragment) {
        return normal(path)
                .flatMap(normal -> trees.get(tree)
                        .texts()
                        .apply(normal)
                        .map(text -> new Held(SITE + tree + "/" + normal + fragment, text)));
    }

    /** Without {@code .} and {@code ..}; empty if it leads outside. */
    private static Optional<String> normal(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
    }

    /** Whether an address is that of a file here. */
    static boolean isHere(AbsoluteIri address) {
        return address.toString().startsWith(SITE);
    }

    /** The text at such an address. */
    Optional<String> text(AbsoluteIri address) {
        String rest = address.toString().substring(SITE.length());
        int slash = rest.indexOf('/');
        int tree = slash == 1 ? rest.charAt(0) - '0' : -1;
        return tree >= 0 && tree < trees.size()
                ? normal(rest.substring(slash + 1)).flatMap(trees.get(tree).texts())
                : Optional.empty();
    }
}
