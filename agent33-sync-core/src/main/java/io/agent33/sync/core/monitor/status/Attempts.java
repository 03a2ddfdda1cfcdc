package io.agent33.sync.core.monitor.status;

import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.JournalEntry.Outcome;
import io.agent33.sync.api.repository.RepositoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal shows of one rule in one downstream.
 *
 * @param entries the earliest first
 */
public record Attempts(List<JournalEntry> entries) {
    private record Key(String ruleId, RepositoryId repository) {}

    public Attempts {
        entries = List.copyOf(entries);
    }

    /** All that a journal holds. Immutable and thread-safe. */
    public static final class Book {
        private final Map<Key, List<JournalEntry>> byRule = new HashMap<>();

        public Book(List<JournalEntry> entries) {
            entries.forEach(entry -> byRule.computeIfAbsent(
                            new Key(entry.ruleId(), entry.repository()), key -> new ArrayList<>())
                    .add(entry));
        }

        /** Those of one rule; none if nobody tried. */
        public Attempts of(String ruleId, RepositoryId repository) {
            return new Attempts(byRule.getOrDefault(new Key(ruleId, repository), List.of()));
        }
    }

    /** The last that found, or made, the merged content current. */
    public Optional<JournalEntry> lastSuccess() {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).outcome().isSuccess()) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** When that was done. */
    public Optional<Instant> succeeded() {
        return lastSuccess().map(entry -> entry.began().plus(entry.took()));
    }

    /** How many of the last failed, without one between them that did not. */
    public int failures() {
        int failures = 0;
        while (failures < entries.size()
                && entries.get(entries.size() - 1 - failures).outcome().isFailure()) {
            failures++;
        }
        return failures;
    }

    /** What the last said, if it failed. */
    public Optional<String> lastError() {
        return last().filter(entry -> entry.outcome().isFailure()).flatMap(JournalEntry::error);
    }

    /** Whether the last found that a person had closed the pull request, or worked on its branch. */
    public boolean wasLeftAlone() {
        return last().filter(entry -> entry.outcome() == Outcome.LEFT_ALONE).isPresent();
    }

    private Optional<JournalEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }
}
