package io.agent33.sync.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.JournalContent;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.JournalEntry.Outcome;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of attempts that was cut off, damaged, or shared (S13). */
class FileJournalTest {
    private static final Instant START = Instant.parse("2026-01-30T12:00:00Z");

    @TempDir
    private Path folder;

    private FileJournal journal() {
        return FileJournal.in(folder);
    }

    private Path file() {
        return folder.resolve("journal");
    }

    static JournalEntry entry(String rule, int number, Outcome outcome) {
        return new JournalEntry(
                rule,
                RepositoryId.of("org/webapp"),
                SyncTrigger.Kind.DUE,
                Optional.of("1.0." + number),
                outcome,
                START.plusSeconds(number),
                Duration.ofMillis(12),
                outcome.isFailure() ? Optional.of("it is äöü\n") : Optional.empty());
    }

    private List<JournalEntry> sample(int size) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(entry("docs", i, Outcome.values()[i % Outcome.values().length]));
        }
        journal().append(entries);
        return entries;
    }

    @Test
    void aRecordIsALineThatOtherToolsCanRead() throws IOException {
        journal().append(List.of(entry("docs", 1, Outcome.FAILED)));

        String json = "{\"v\":1,\"began\":\"2026-01-30T12:00:01Z\",\"took_ms\":12,\"rule_id\":\"docs\","
                + "\"target_repo\":\"org/webapp\",\"trigger\":\"due\",\"outcome\":\"failed\",\"release\":\"1.0.1\","
                + "\"error\":\"it is äöü\\n\"}";
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(UTF_8));
        assertThat(file()).hasContent(String.format("%08x %s%n", sum.getValue(), json));
    }

    /** Wherever a crash cuts it off, every whole record is read, the rest is told, and appending goes on. */
    @Test
    void cutAtAnyByteItKeepsEveryWholeRecordAndGoesOn() throws IOException {
        List<JournalEntry> entries = sample(6);
        byte[] whole = Files.readAllBytes(file());
        JournalEntry next = entry("next", 99, Outcome.CURRENT);

        for (int end = 0; end <= whole.length; end++) {
            Files.write(file(), Arrays.copyOf(whole, end));
            int complete = (int) new String(whole, 0, end, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            // Of a record, the line's end alone may be missing.
            boolean justEnded = end < whole.length && whole[end] == '\n';
            boolean torn = end > 0 && whole[end - 1] != '\n' && !justEnded;
            List<JournalEntry> expected = entries.subList(0, complete + (justEnded ? 1 : 0));

            JournalContent content = journal().read();
            assertThat(content.entries()).as("cut at %s", end).isEqualTo(expected);
            assertThat(content.damage()).as("cut at %s", end).hasSize(torn ? 1 : 0);

            journal().append(List.of(next));
            JournalContent after = journal().read();
            assertThat(after.entries())
                    .as("cut at %s", end)
                    .hasSize(expected.size() + 1)
                    .last()
                    .isEqualTo(next);
            assertThat(after.damage()).as("cut at %s", end).isEqualTo(content.damage());
        }
    }

    @Test
    void damageCostsTheLinesThatItStrikesAndIsTold() throws IOException {
        List<JournalEntry> entries = sample(12);
        byte[] whole = Files.readAllBytes(file());
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            byte other = (byte) random.nextInt(256);
            boolean changed = damaged[at] != other;
            damaged[at] = other;
            Files.write(file(), damaged);

            JournalContent content = journal().read();

            int lost = entries.size() - content.entries().size();
            assertThat(lost).as("seed %s, byte %s", seed, at).isBetween(changed ? 1 : 0, changed ? 2 : 0);
            assertThat(entries).as("seed %s", seed).containsSubsequence(content.entries());
            assertThat(content.damage().size()).as("seed %s", seed).isBetween(changed ? 1 : 0, changed ? 2 : 0);
        }
    }

    @Test
    void whatANewerVersionWroteIsToldAndKept() throws IOException {
        sample(1);
        String json = "{\"v\":2,\"something\":\"else\"}";
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(UTF_8));
        Files.writeString(file(), String.format("%08x %s\n", sum.getValue(), json), StandardOpenOption.APPEND);

        assertThat(journal().read().damage())
                .containsExactly(new JournalContent.Damage(2, "it is of version 2 of the format"));

        journal().large(1).append(List.of(entry("docs", 2, Outcome.CURRENT)));
        assertThat(journal().read().damage()).hasSize(1);
        assertThat(Files.readString(file())).contains(json);
    }

    /** For each rule the last success and all since, as far as a hundred attempts go. */
    @Test
    void aLargeOneLosesWhatStalenessDoesNotNeed() {
        FileJournal small = journal().large(10_000);
        List<JournalEntry> failing = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            small.append(List.of(entry("current", i, Outcome.CURRENT)));
            failing.add(entry("failing", i, i == 100 ? Outcome.CURRENT : Outcome.FAILED));
            small.append(failing.subList(i, i + 1));
        }
        journal().large(1).append(List.of(entry("new", 150, Outcome.PROPOSED)));

        assertThat(journal().read().entries())
                .filteredOn(entry -> entry.ruleId().equals("current"))
                .containsExactly(entry("current", 149, Outcome.CURRENT));
        assertThat(journal().read().entries())
                .filteredOn(entry -> entry.ruleId().equals("failing"))
                .isEqualTo(failing.subList(100, 150));
        assertThat(journal().read().entries())
                .filteredOn(entry -> entry.ruleId().equals("new"))
                .hasSize(1);

        List<JournalEntry> never = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            never.add(entry("never", i, Outcome.BLOCKED));
        }
        journal().large(1).append(never);
        assertThat(journal().read().entries())
                .filteredOn(entry -> entry.ruleId().equals("never"))
                .isEqualTo(never.subList(150, 250));
    }

    @Test
    void aFolderThatIsNoneIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> FileJournal.in(file).append(List.of(entry("docs", 1, Outcome.CURRENT))))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("the journal " + file)
                .extracting(e -> ((RepositoryException) e).reason())
                .isEqualTo(RepositoryException.Reason.STORAGE);
    }

    @Test
    @Tag("thorough")
    void twoProcessesLoseNothing() throws Exception {
        assertThat(together(200)).hasSize(400);
    }

    @Test
    @Tag("slow")
    void twoProcessesOfTenThousandRecordsEachLoseNothing() throws Exception {
        assertThat(together(10_000)).hasSize(20_000);
    }

    private List<JournalEntry> together(int each) throws Exception {
        Process one = appending("one", each);
        Process other = appending("other", each);
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(journal().read().damage()).isEmpty();
        List<JournalEntry> entries = journal().read().entries();
        for (String rule : List.of("one", "other")) {
            assertThat(entries.stream()
                            .filter(entry -> entry.ruleId().equals(rule))
                            .map(JournalEntry::began))
                    .hasSize(each)
                    .isSorted();
        }
        return entries;
    }

    private Process appending(String rule, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appending.class.getName(),
                        folder.toString(),
                        rule,
                        String.valueOf(count))
                .inheritIO()
                .start();
    }

    /** Another process. */
    static final class Appending {
        public static void main(String[] arguments) {
            FileJournal journal = FileJournal.in(Path.of(arguments[0]));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                journal.append(List.of(entry(arguments[1], i, Outcome.PROPOSED)));
            }
        }
    }
}
