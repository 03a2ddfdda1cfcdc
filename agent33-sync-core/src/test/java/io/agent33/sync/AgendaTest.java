package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a watcher does what (S13). */
class AgendaTest {
    private static final Instant START = Instant.parse("2026-01-30T12:00:00Z");

    private final Agenda agenda = agenda(1);

    private static Agenda agenda(long seed) {
        return new Agenda(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofMinutes(1), new Random(seed), START);
    }

    @Test
    void everythingIsDueAtTheBeginning() {
        assertThat(agenda.isPollDue(START)).isTrue();
        assertThat(agenda.isCheckDue(START)).isTrue();
        assertThat(agenda.retries(START)).isEmpty();
        assertThat(agenda.idle(START)).isZero();
    }

    @Test
    void aPollComesAgainAfterItsIntervalAndNoEarlier() {
        agenda.polled(START);
        agenda.checked(START);

        assertThat(agenda.isPollDue(START.plusSeconds(299))).isFalse();
        assertThat(agenda.idle(START.plusSeconds(299))).hasSeconds(1);
        assertThat(agenda.isPollDue(START.plusSeconds(300))).isTrue();
        assertThat(agenda.idle(START.plusSeconds(400))).isZero();
    }

    @Test
    void whatFailsWaitsTwiceAsLongEachTimeUpToAnHour() {
        List<Duration> polls = new ArrayList<>();
        List<Duration> checks = new ArrayList<>();
        List<Duration> rules = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            polls.add(agenda.pollFailed(START));
            checks.add(agenda.checkFailed(START));
            rules.add(agenda.failed("docs", START));
        }

        assertThat(polls).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(checks).isEqualTo(polls);
        assertThat(rules).isEqualTo(polls);
    }

    @Test
    void aCheckDoesNotComeBeforeThePollThatItNeeds() {
        agenda.pollFailed(START);

        assertThat(agenda.isCheckDue(START)).isFalse();
        assertThat(agenda.idle(START)).hasMinutes(1);
        assertThat(agenda.isCheckDue(START.plusSeconds(60))).isTrue();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        agenda.pollFailed(START);
        agenda.pollFailed(START);
        agenda.polled(START);
        agenda.failed("docs", START);
        agenda.failed("docs", START);
        agenda.settled("docs");
        agenda.checkFailed(START);
        agenda.checkFailed(START);
        agenda.checked(START);

        assertThat(agenda.pollFailed(START)).hasMinutes(1);
        assertThat(agenda.failed("docs", START)).hasMinutes(1);
        assertThat(agenda.checkFailed(START)).hasMinutes(1);
    }

    @Test
    void eachRuleHasItsOwnWait() {
        agenda.failed("docs", START);
        agenda.failed("docs", START);
        agenda.failed("api", START);

        assertThat(agenda.retries(START.plusSeconds(59))).isEmpty();
        assertThat(agenda.retries(START.plusSeconds(60))).containsExactly("api");
        assertThat(agenda.retries(START.plusSeconds(120))).containsExactly("api", "docs");
    }

    @Test
    void theDailyCheckComesWithinADayAndNotAlwaysAtTheSameTime() {
        List<Duration> waits = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            Agenda one = agenda(seed);
            one.polled(START.plus(Duration.ofDays(9)));
            one.checked(START);
            waits.add(one.idle(START));
        }

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofHours(21), Duration.ofDays(1)));
        assertThat(waits.stream().distinct()).hasSizeGreaterThan(25);
    }
}
