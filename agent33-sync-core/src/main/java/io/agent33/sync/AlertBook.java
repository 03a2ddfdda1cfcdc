package io.agent33.sync;

import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.api.monitor.SyncAlert.Audience;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which alerts are open, kept in a file if there is one. What cannot be read counts as none: then somebody hears of what is open once
 * more. Not thread-safe.
 */
final class AlertBook {
    private static final Logger LOG = LoggerFactory.getLogger(AlertBook.class);
    private static final String FORM = "agent33-sync alerts 1";
    private static final int OF_ENTRY = 11;

    private final Optional<MemoryFile> file;
    private final Map<Key, Entry> entries = new TreeMap<>();

    /**
     * An open alert.
     *
     * @param alert as it was raised last
     * @param sameness what it is known by
     * @param told which sinks have heard of it as it is now
     * @param heard which sinks have heard of it at all, and have to hear that it is over
     */
    record Entry(SyncAlert alert, String sameness, Set<String> told, Set<String> heard) {
        Entry {
            told = Set.copyOf(told);
            heard = Set.copyOf(heard);
        }
    }

    /** By repository, rule and type. */
    record Key(String repository, String ruleId, SyncAlert.Type type) implements Comparable<Key> {
        static Key of(SyncAlert alert) {
            return new Key(alert.repository().value(), alert.ruleId(), alert.type());
        }

        @Override
        public int compareTo(Key other) {
            int byRepository = repository.compareTo(other.repository);
            int byRule = byRepository != 0 ? byRepository : ruleId.compareTo(other.ruleId);
            return byRule != 0 ? byRule : type.compareTo(other.type);
        }
    }

    AlertBook(Optional<Path> file) {
        this.file = file.map(MemoryFile::new);
        this.file.flatMap(MemoryFile::read).ifPresent(this::read);
    }

    Optional<Entry> find(Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(Entry entry) {
        entries.put(Key.of(entry.alert()), entry);
    }

    void remove(Key key) {
        entries.remove(key);
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    void save() {
        if (file.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>(List.of(FORM));
        entries.values().forEach(entry -> texts.addAll(texts(entry)));
        try {
            file.get().write(texts);
        } catch (IOException | RuntimeException e) {
            LOG.warn("which alerts are open is not kept, so that they are raised again after a restart", e);
        }
    }

    private static List<String> texts(Entry entry) {
        SyncAlert alert = entry.alert();
        return List.of(
                alert.type().name(),
                alert.ruleId(),
                alert.repository().value(),
                alert.detectedAt().toString(),
                alert.details(),
                alert.actionRequired(),
                alert.audience().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                String.join("\n", alert.owners()),
                entry.sameness(),
                joined(entry.told()),
                joined(entry.heard()));
    }

    private void read(List<String> texts) {
        try {
            for (int at = 1; texts.get(0).equals(FORM) && at < texts.size(); at += OF_ENTRY) {
                put(entry(texts.subList(at, at + OF_ENTRY)));
            }
        } catch (RuntimeException e) {
            LOG.warn("the open alerts could not be read, and are raised again", e);
            entries.clear();
        }
    }

    private static Entry entry(List<String> texts) {
        return new Entry(
                new SyncAlert(
                        SyncAlert.Type.valueOf(texts.get(0)),
                        texts.get(1),
                        RepositoryId.of(texts.get(2)),
                        Instant.parse(texts.get(3)),
                        texts.get(4),
                        texts.get(5),
                        words(texts.get(6), " ").map(Audience::valueOf).collect(Collectors.toSet()),
                        words(texts.get(7), "\n").toList()),
                texts.get(8),
                words(texts.get(9), " ").collect(Collectors.toSet()),
                words(texts.get(10), " ").collect(Collectors.toSet()));
    }

    private static String joined(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String text, String between) {
        return Stream.of(text.split(between)).filter(word -> !word.isEmpty());
    }
}
