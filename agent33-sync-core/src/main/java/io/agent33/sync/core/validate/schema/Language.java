package io.agent33.sync.core.validate.schema;

import io.agent33.sync.core.text.CommentStyle;
import java.util.Optional;

/** A language of data. */
enum Language {
    JSON {
        @Override
        Reading read(String text) {
            return JsonReading.of(text);
        }
    },
    YAML {
        @Override
        Reading read(String text) {
            return YamlReading.of(text);
        }
    };

    /** What stands in a text; never throws because of it. */
    abstract Reading read(String text);

    /** Of a whole file of that name; empty if it is something else. */
    static Optional<Language> ofFile(String name) {
        return of(CommentStyle.ending(name));
    }

    /** Of a fenced block, by the first word behind its fence or the ending of a file. */
    static Optional<Language> of(String word) {
        return switch (word) {
            case "json" -> Optional.of(JSON);
            case "yaml", "yml" -> Optional.of(YAML);
            default -> Optional.empty();
        };
    }
}
