package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.JournalEntry.Outcome;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RunJournal} owes, as tests: extend it, say where its entries live, and run it. */
public abstract class RunJournalContract {
    private static final Instant START = Instant.parse("2026-01-30T12:00:00Z");

    /** A place without entries; each call of what is given opens it anew. */
    public abstract Supplier<RunJournal> place();

    private static JournalEntry entry(int number, Outcome outcome, Optional<String> error) {
        return new JournalEntry(
                "rule-" + number % 3,
                RepositoryId.of("org/app" + number % 5),
                List.of(SyncTrigger.Kind.values()).get(number % 4),
                number % 2 == 0 ? Optional.empty() : Optional.of("1." + number + ".0"),
                outcome,
                START.plusSeconds(number),
                Duration.ofMillis(number),
                error);
    }

    private static JournalEntry entry(int number) {
        return entry(number, Outcome.PROPOSED, Optional.empty());
    }

    @Test
    void nothingIsThereAtFirst() {
        Supplier<RunJournal> place = place();

        assertThat(place.get().read().entries()).isEmpty();
        place.get().append(List.of());
        assertThat(place.get().read().entries()).isEmpty();
        assertThat(place.get().read().damage()).isEmpty();
    }

    @Test
    void whatWasAppendedIsReadInItsOrder() {
        Supplier<RunJournal> place = place();
        List<JournalEntry> entries = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            entries.add(entry(entries.size(), outcome, Optional.of("because")));
        }

        place.get().append(entries.subList(0, 2));
        place.get().append(entries.subList(2, entries.size()));

        assertThat(place.get().read().entries()).isEqualTo(entries);
        assertThat(place.get().read().damage()).isEmpty();
    }

    @Test
    void anyTextSurvives() {
        Supplier<RunJournal> place = place();
        List<JournalEntry> entries = IntStream.range(0, 5)
                .mapToObj(i -> entry(
                        i,
                        Outcome.FAILED,
                        Optional.of(List.of(
                                        "",
                                        "two\nlines\r\n",
                                        "\"quoted\\\"",
                                        "\u0000\u2028\ud83d\ude00",
                                        "x".repeat(5_000))
                                .get(i))))
                .toList();

        place.get().append(entries);

        assertThat(place.get().read().entries()).isEqualTo(entries);
    }

    @Test
    void severalThreadsLoseNothing() throws Exception {
        Supplier<RunJournal> place = place();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(thread -> new Thread(() -> {
                    RunJournal journal = place.get();
                    for (int i = 0; i < 25; i++) {
                        journal.append(List.of(entry(thread * 100 + i)));
                    }
                }))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        List<JournalEntry> found = place.get().read().entries();
        assertThat(found).hasSize(100).doesNotHaveDuplicates();
        for (int thread = 0; thread < 4; thread++) {
            Instant first = START.plusSeconds(thread * 100L);
            assertThat(found.stream()
                            .map(JournalEntry::began)
                            .filter(at -> !at.isBefore(first) && at.isBefore(first.plusSeconds(100))))
                    .as("what thread %s appended", thread)
                    .isSorted();
        }
    }
}
