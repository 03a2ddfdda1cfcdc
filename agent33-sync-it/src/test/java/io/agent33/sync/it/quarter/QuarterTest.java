package io.agent33.sync.it.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.monitor.AlertReport;
import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.core.registry.RegistryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A quarter of a fleet's life: the ten releases of the real corpus, forty downstreams whose people do what a script says, and a
 * watcher that is killed now and then. At the end of each day the registry, the alerts and the downstreams' files are what a model
 * says that was made without the engine.
 */
@Tag("corpus")
class QuarterTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final int DAYS = 92;
    /** Two of them on days on which nobody watches: of v2.3.0 and v2.3.1 only the latter ever arrives. */
    private static final List<Integer> RELEASED = List.of(0, 9, 18, 30, 31, 41, 52, 63, 74, 85);
    /** On whose mornings the watcher is killed, and started again. */
    private static final Map<Integer, Integer> DEAD = Map.of(28, 34, 45, 47, 63, 64, 79, 81);

    @TempDir
    private Path folder;

    private final Map<Story, Expected> stories = new LinkedHashMap<>();
    private boolean watched = true;

    @Test
    void atTheEndOfEveryDayEverythingIsAsAModelSays() {
        Releases releases = Releases.read(folder);
        Fleet fleet = new Fleet(folder);
        Story.all().forEach(story -> {
            stories.put(story, new Expected(story, releases));
            fleet.found(story);
        });
        assertThat(stories).hasSize(40);
        fleet.clock().set(at(0));
        fleet.watch();
        for (int day = 0; day < DAYS; day++) {
            morning(fleet, releases, day);
            noon(fleet, day);
            evening(fleet, day);
        }
        assertNothingIsSaidTwice(fleet.alerts().raised(), fleet.alerts().cleared());
    }

    private static Instant at(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void morning(Fleet fleet, Releases releases, int day) {
        fleet.clock().set(at(day));
        if (DEAD.containsKey(day)) {
            fleet.kill();
            watched = false;
        } else if (DEAD.containsValue(day)) {
            fleet.watch();
            watched = true;
        }
        if (RELEASED.contains(day)) {
            fleet.release(releases, RELEASED.indexOf(day));
            stories.values().forEach(expected -> expected.released(RELEASED.indexOf(day)));
        }
        stories.forEach((story, expected) -> story.deeds().stream()
                .filter(deed -> deed.day() == day && deed.what() != Story.What.CLOSING)
                .forEach(deed -> happens(fleet, story, expected, deed)));
        stories.keySet().removeIf(story -> story.has(day, Story.What.LEAVING));
        fleet.passUntil(at(day).plus(Duration.ofHours(12)));
        sync(day);
    }

    private static void happens(Fleet fleet, Story story, Expected expected, Story.Deed deed) {
        expected.happens(deed.day(), deed.what());
        fleet.happens(story, deed.what(), expected);
        // Twice a day would be too seldom for three failures before the evening.
        fleet.ask(story.name(), deed.what() == Story.What.EDIT ? 3 : 0);
    }

    private void sync(int day) {
        if (watched) {
            stories.values().forEach(expected -> expected.syncs(day));
        }
    }

    private void noon(Fleet fleet, int day) {
        stories.forEach((story, expected) -> {
            int merged = expected.merges(day);
            if (merged >= 0) {
                fleet.merge(story, merged);
                fleet.ask(story.name(), 1);
            } else if (story.has(day, Story.What.CLOSING)) {
                assertThat(expected.closes())
                        .as("%s has one to close", story.name())
                        .isTrue();
                fleet.close(story);
                fleet.ask(story.name(), 1);
            }
        });
        sync(day);
        fleet.passUntil(at(day).plus(Duration.ofHours(23)));
    }

    private void evening(Fleet fleet, int day) {
        AlertReport report = fleet.alert();

        String day0 = "day " + day + ", " + FIRST.plusDays(day);
        assertThat(RegistryTable.of(report.status()).markdown().lines().skip(2).toList())
                .as("the registry on %s", day0)
                .containsExactlyInAnyOrderElementsOf(stories.values().stream()
                        .map(expected -> expected.row(day, FIRST))
                        .toList());
        Set<String> expected = stories.values().stream()
                .flatMap(each -> each.alerts(day).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(report.open())
                .extracting(QuarterTest::key)
                .as("the open alerts on %s", day0)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(heard(fleet)).as("what sinks have heard on %s", day0).isEqualTo(expected);
        stories.forEach((story, each) -> {
            assertThat(fleet.delivered(story))
                    .as("the files of %s on %s", story.name(), day0)
                    .isEqualTo(each.tree());
            assertThat(fleet.strangers(story)).containsExactly("README.md");
        });
    }

    private static String key(SyncAlert alert) {
        return alert.type().key() + " " + alert.repository() + " " + alert.ruleId();
    }

    /** What was raised and not cleared since, as whoever listens counts it. */
    private static Set<String> heard(Fleet fleet) {
        Map<String, Integer> open = new HashMap<>();
        Set<SyncAlert> last = Set.copyOf(fleet.alerts().cleared());
        for (SyncAlert alert : fleet.alerts().raised()) {
            open.merge(key(alert), last.contains(alert) ? 0 : 1, (before, now) -> now);
        }
        return open.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertNothingIsSaidTwice(List<SyncAlert> raised, List<SyncAlert> cleared) {
        Map<String, SyncAlert> last = new HashMap<>();
        for (SyncAlert alert : raised) {
            SyncAlert before = last.put(key(alert), alert);
            if (before != null && !cleared.contains(before)) {
                assertThat(alert.details()).as("raised again: %s", alert).isNotEqualTo(before.details());
            }
        }
        assertThat(cleared).doesNotHaveDuplicates();
    }
}
