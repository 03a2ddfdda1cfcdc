package io.agent33.sync.core.rollback;

import io.agent33.sync.core.text.QuotedText;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import io.agent33.sync.core.yaml.YamlReader;
import io.agent33.sync.core.yaml.YamlScalar;
import io.agent33.sync.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@link RolledBack} as a file: YAML with a format version, and a list of labels. */
public final class RolledBackFormat {
    /** The one that is written. */
    public static final int FORMAT = 1;

    private static final String HEADING = "# Releases that were rolled back here; they are not delivered again.\n";
    private static final YamlReader READER = new YamlReader(new YamlBounds(1 << 20, 8, 100));
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    private RolledBackFormat() {}

    /** What a file turned out to be. */
    public sealed interface Read permits Good, Newer, Damaged {}

    /** One of this format. */
    public record Good(RolledBack memory) implements Read {}

    /** One of a format that this engine does not know. */
    public record Newer(int format) implements Read {}

    /** Anything else. */
    public record Damaged() implements Read {}

    /** The file; of none there is no file. */
    public static Optional<byte[]> bytes(RolledBack memory) {
        if (memory.releases().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text =
                new StringBuilder(HEADING).append("format: ").append(FORMAT).append("\nreleases:\n");
        memory.releases()
                .forEach(label ->
                        text.append("  - ").append(QuotedText.of(label)).append('\n'));
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing but exactly one format and one list of labels is good. */
    public static Read read(byte[] content) {
        Map<String, YamlNode> keys = keys(READER.read("rolled-back.yaml", content));
        int format = keys.get("format") instanceof YamlScalar number
                        && NUMBER.matcher(number.text()).matches()
                ? Integer.parseInt(number.text())
                : 0;
        if (format > FORMAT) {
            return new Newer(format);
        }
        return format == FORMAT && keys.size() == 2 && keys.get("releases") instanceof YamlSequence list
                ? labels(list)
                : new Damaged();
    }

    /** None of what is not one mapping with each key once. */
    private static Map<String, YamlNode> keys(List<YamlDocument> documents) {
        Map<String, YamlNode> keys = new HashMap<>();
        if (documents.size() == 1 && documents.get(0).objections().isEmpty()) {
            documents
                    .get(0)
                    .root()
                    .filter(YamlMapping.class::isInstance)
                    .map(YamlMapping.class::cast)
                    .ifPresent(mapping -> mapping.entries()
                            .forEach(entry -> keys.put(entry.key().text(), entry.value())));
        }
        return keys;
    }

    private static Read labels(YamlSequence list) {
        List<String> labels = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlScalar scalar) || !RolledBack.isLabel(scalar.text())) {
                return new Damaged();
            }
            labels.add(scalar.text());
        }
        return new Good(RolledBack.none().with(labels));
    }
}
