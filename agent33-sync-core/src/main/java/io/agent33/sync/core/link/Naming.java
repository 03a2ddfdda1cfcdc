package io.agent33.sync.core.link;

import io.agent33.sync.core.markdown.Destination;
import io.agent33.sync.core.markdown.DestinationKind;
import io.agent33.sync.core.markdown.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What references of a document name (S6). A link has one meaning, as GitHub has it: from the root if it begins with a slash, else
 * from the document's folder. A mention is read by people, so it may be meant from the root or from the document's
 * folder: whichever there is, from the root first, but one that begins with {@code ./} from its folder first.
 *
 * <p>What is external, leads within the document or out of the repository names nothing. Case matters: see {@link OtherCase}.
 */
public final class Naming {
    private Naming() {}

    /** Whether it can name a path of the repository, by its form alone. */
    public static boolean isInternal(Reference reference) {
        DestinationKind kind = reference.destination().kind();
        return kind == DestinationKind.ABSOLUTE || kind == DestinationKind.RELATIVE;
    }

    /**
     * All that a reference may mean, the likeliest first; one at most for a link.
     *
     * @param document the path of the file that holds it, from the root
     */
    public static List<NamedPath> candidates(String document, Reference reference) {
        Destination destination = reference.destination();
        String path = destination.path();
        if (!isInternal(reference)) {
            return List.of();
        }
        String folder = RelativePath.folderOf(document);
        List<NamedPath> found = new ArrayList<>(2);
        if (path.startsWith("/")) {
            add("", path.substring(1), destination, found);
        } else if (!reference.form().isMention()) {
            add(folder, path, destination, found);
        } else {
            boolean dotted = path.startsWith("./");
            add(dotted ? folder : "", path, destination, found);
            add(dotted ? "" : folder, path, destination, found);
        }
        return List.copyOf(found);
    }

    private static void add(String folder, String path, Destination destination, List<NamedPath> found) {
        RelativePath.resolve(folder, path)
                .map(named -> new NamedPath(named, isFolder(named, path), destination.fragment()))
                .filter(named -> !found.contains(named))
                .ifPresent(found::add);
    }

    private static boolean isFolder(String named, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return named.isEmpty() || last.isEmpty() || last.equals(".") || last.equals("..");
    }

    /**
     * What a reference names where one can ask what there is.
     *
     * @param has whether there is a file or a folder at a path; it is not asked for the root, which there always is
     * @return empty if there is nothing that it may mean
     */
    public static Optional<NamedPath> named(String document, Reference reference, Predicate<String> has) {
        return candidates(document, reference).stream()
                .filter(it -> it.path().isEmpty() || has.test(it.path()))
                .findFirst();
    }
}
