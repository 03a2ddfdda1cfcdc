package io.agent33.sync.core.decision;

import io.agent33.sync.core.text.QuotedText;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import io.agent33.sync.core.yaml.YamlReader;
import io.agent33.sync.core.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries as the specification shows them: one key that names the kind, below it all values in double quotes. */
final class EntryFormat {
    private static final String CONFLICT_RESOLUTION = "conflict_resolution";
    private static final String ROLLBACK = "rollback";
    private static final List<String> OF_A_RESOLUTION =
            List.of("date", "sync_version", "file", "decision", "resolved_by");
    private static final List<String> OF_A_ROLLBACK =
            List.of("date", "sync_version", "reverted_commit", "reason", "restored_to", "follow_up_issue", "logged_by");
    private static final YamlReader READER = new YamlReader(new YamlBounds(64 * 1024, 8, 100));

    private EntryFormat() {}

    /** The entry's lines, without the fence around them. */
    static List<String> write(Decision decision) {
        if (decision instanceof ConflictResolution it) {
            return lines(
                    CONFLICT_RESOLUTION,
                    OF_A_RESOLUTION,
                    List.of(it.date().toString(), it.syncVersion(), it.file(), it.decision(), it.resolvedBy()));
        }
        Rollback it = (Rollback) decision;
        return lines(
                ROLLBACK,
                OF_A_ROLLBACK,
                List.of(
                        it.date().toString(),
                        it.syncVersion(),
                        it.revertedCommit(),
                        it.reason(),
                        it.restoredTo(),
                        it.followUpIssue(),
                        it.loggedBy()));
    }

    private static List<String> lines(String kind, List<String> keys, List<String> values) {
        List<String> lines = new ArrayList<>(List.of(kind + ":"));
        for (int i = 0; i < keys.size(); i++) {
            lines.add("  " + keys.get(i) + ": " + QuotedText.of(values.get(i)));
        }
        return lines;
    }

    /** Empty for whatever is not exactly one entry with all of its keys and no others; their order may differ. */
    static Optional<Decision> read(String yaml) {
        List<YamlDocument> documents = READER.read("DECISIONS.md", yaml.getBytes(StandardCharsets.UTF_8));
        if (documents.size() != 1 || !documents.get(0).objections().isEmpty()) {
            return Optional.empty();
        }
        return documents
                .get(0)
                .root()
                .flatMap(EntryFormat::onlyEntry)
                .flatMap(entry -> decision(entry.key().text(), entry.value()));
    }

    private static Optional<YamlMapping.Entry> onlyEntry(YamlNode node) {
        return node instanceof YamlMapping mapping && mapping.entries().size() == 1
                ? Optional.of(mapping.entries().get(0))
                : Optional.empty();
    }

    private static Optional<Decision> decision(String kind, YamlNode node) {
        return switch (kind) {
            case CONFLICT_RESOLUTION ->
                values(OF_A_RESOLUTION, node)
                        .flatMap(it -> date(it.get(0))
                                .map(date -> new ConflictResolution(date, it.get(1), it.get(2), it.get(3), it.get(4))));
            case ROLLBACK ->
                values(OF_A_ROLLBACK, node)
                        .flatMap(it -> date(it.get(0))
                                .map(date -> new Rollback(
                                        date, it.get(1), it.get(2), it.get(3), it.get(4), it.get(5), it.get(6))));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> values(List<String> keys, YamlNode node) {
        Map<String, String> found = new LinkedHashMap<>();
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (entry.value() instanceof YamlScalar value) {
                    found.put(entry.key().text(), value.text());
                }
            }
            if (mapping.entries().size() == keys.size() && found.keySet().containsAll(keys)) {
                return Optional.of(
                        keys.stream().map(key -> found.getOrDefault(key, "")).toList());
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
