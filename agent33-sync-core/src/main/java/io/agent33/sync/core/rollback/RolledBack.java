package io.agent33.sync.core.rollback;

import io.agent33.sync.core.text.QuotedText;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlReader;
import io.agent33.sync.core.yaml.YamlScalar;
import io.agent33.sync.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The releases of a rule that were taken back (S12), as its state folder remembers them.
 *
 * @param releases their labels
 */
public record RolledBack(NavigableSet<String> releases) {
    private static final String HEADING = "# Releases that were rolled back here; they are not delivered again.\n";
    private static final YamlReader READER = new YamlReader(new YamlBounds(1 << 20, 8, 100));

    public RolledBack {
        releases = Collections.unmodifiableNavigableSet(new TreeSet<>(releases));
    }

    /** No release. */
    public static RolledBack none() {
        return new RolledBack(new TreeSet<>());
    }

    /** These too. */
    public RolledBack with(Collection<String> labels) {
        TreeSet<String> more = new TreeSet<>(releases);
        more.addAll(labels);
        return new RolledBack(more);
    }

    /** All but this. */
    public RolledBack without(String label) {
        TreeSet<String> fewer = new TreeSet<>(releases);
        fewer.remove(label);
        return new RolledBack(fewer);
    }

    /** The file; of none there is no file. */
    public Optional<byte[]> bytes() {
        if (releases.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(HEADING).append("releases:\n");
        releases.forEach(
                label -> text.append("  - ").append(QuotedText.of(label)).append('\n'));
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for a file that is not exactly one list of labels. */
    public static Optional<RolledBack> read(byte[] content) {
        List<YamlDocument> documents = READER.read("rolled-back.yaml", content);
        if (documents.size() != 1 || !documents.get(0).objections().isEmpty()) {
            return Optional.empty();
        }
        return documents
                .get(0)
                .root()
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .filter(mapping -> mapping.entries().size() == 1
                        && mapping.entries().get(0).key().text().equals("releases"))
                .map(mapping -> mapping.entries().get(0).value())
                .filter(YamlSequence.class::isInstance)
                .flatMap(list -> labels((YamlSequence) list));
    }

    private static Optional<RolledBack> labels(YamlSequence list) {
        List<String> labels = new ArrayList<>();
        list.items().forEach(item -> {
            if (item instanceof YamlScalar scalar && scalar.text().startsWith("v")) {
                labels.add(scalar.text());
            }
        });
        return labels.size() == list.items().size() ? Optional.of(none().with(labels)) : Optional.empty();
    }
}
