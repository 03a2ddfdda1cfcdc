package io.agent33.sync.core.validate;

import io.agent33.sync.api.transform.Delivered;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.link.OtherCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A downstream as links see it, as it would be pushed, and what upstream has for it. For one run of the check and one thread. */
final class LinkedTree {
    private final ValidationContext context;
    private final Function<DeliveredFile, LinkedFile> read;
    private final BiFunction<String, String, LinkedFile> texts;
    private final Map<String, DeliveredFile> files;
    private final Map<String, List<String>> names = new HashMap<>();

    /**
     * @param read what stands in a delivered file
     * @param texts what stands in a text at a path
     */
    LinkedTree(
            ValidationContext context,
            Function<DeliveredFile, LinkedFile> read,
            BiFunction<String, String, LinkedFile> texts) {
        this.context = context;
        this.read = read;
        this.texts = texts;
        this.files = context.files().stream()
                .collect(Collectors.toMap(file -> file.target().value(), Function.identity(), (one, other) -> one));
    }

    String release() {
        return context.release().label();
    }

    Delivered delivered() {
        return context.delivered();
    }

    /** A file that the rule delivers, by its path downstream. */
    Optional<DeliveredFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether there would be a file or folder. */
    boolean has(String path) {
        return has(path, context.target()::has);
    }

    /** Whether upstream has a file or folder. */
    boolean upstreamHas(String path) {
        return has(path, context.source()::has);
    }

    /** Asked from the root downwards: nobody has to look into folders of a path that begins nowhere, however deep it is. */
    private static boolean has(String path, Predicate<String> there) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (!there.test(path.substring(0, slash))) {
                return false;
            }
        }
        return path.isEmpty() || there.test(path);
    }

    /** What stands in a file of the downstream; empty if there is none, or it is no text. */
    Optional<LinkedFile> at(String path) {
        Optional<DeliveredFile> file = file(path);
        return file.isPresent()
                ? file.map(read).filter(LinkedFile::text)
                : context.target().text(path).map(text -> texts.apply(path, text));
    }

    /** The same upstream, at the release. */
    Optional<LinkedFile> upstream(String path) {
        return context.source().text(path).map(text -> texts.apply(path, text));
    }

    /** The path upstream of what lies, or would lie, at a path downstream. */
    Optional<String> source(String path) {
        return file(path)
                .map(DeliveredFile::source)
                .or(() -> context.delivered().source(path));
    }

    /** Where a file or folder of upstream lies downstream; empty text for the root. */
    Optional<String> place(String source) {
        return context.delivered()
                .file(source)
                .map(target -> target.value())
                .or(() -> context.delivered().folder(source));
    }

    /** A path that there is but for the case of its letters. */
    Optional<String> otherCase(String path) {
        return OtherCase.of(path, folder -> names.computeIfAbsent(folder, context.target()::names));
    }
}
