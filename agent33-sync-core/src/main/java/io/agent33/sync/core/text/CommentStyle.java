package io.agent33.sync.core.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a file says something to people alone, by its name. */
public enum CommentStyle {
    /** {@code # }. */
    HASH,
    /** {@code // }. */
    SLASHES,
    /** Between {@code /*} and its end. */
    STARS,
    /** Between {@code <!--} and {@code -->}, in Markdown too; MDX has no such comments. */
    MARKUP;

    private static final Map<String, CommentStyle> BY_ENDING = Stream.of(
                    endings(MARKUP, "md mdc markdown html htm xml xsd svg vue"),
                    endings(HASH, "yaml yml toml sh bash py rb pl r ini cfg conf properties env tf mk"),
                    endings(HASH, "dockerfile makefile gitignore gitattributes editorconfig"),
                    endings(SLASHES, "java js mjs cjs ts tsx jsx c h cpp hpp cc cs go rs kt kts scala swift"),
                    endings(SLASHES, "groovy gradle proto jsonc json5"),
                    endings(STARS, "css scss less sql"))
            .flatMap(endings -> endings)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Stream<Map.Entry<String, CommentStyle>> endings(CommentStyle style, String endings) {
        return Stream.of(endings.split(" ", -1)).map(ending -> Map.entry(ending, style));
    }

    /** The style of a file of this name; empty if it has no comments, or the name does not tell. */
    public static Optional<CommentStyle> of(String fileName) {
        return Optional.ofNullable(BY_ENDING.get(ending(fileName)));
    }

    /** What a name ends with after its last dot, in lower case; all of it if it has none. */
    public static String ending(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('.') + 1);
    }
}
