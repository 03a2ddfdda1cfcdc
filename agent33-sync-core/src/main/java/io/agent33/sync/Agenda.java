package io.agent33.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a watcher has to do what. Knows times and nothing of repositories. For one thread.
 *
 * <p>The daily check has a jitter of an eighth of its interval, so that watchers that were started together do not ask their
 * forge together for ever. What fails is tried again after the first wait, twice that, and so on up to an hour.
 */
final class Agenda {
    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int JITTER = 8;

    private final Duration pollEvery;
    private final Duration checkEvery;
    private final Duration firstWait;
    private final RandomGenerator random;
    private final Map<String, Failure> failures = new HashMap<>();
    private Instant poll;
    private Instant check;
    private int polls;
    private int checks;

    private record Failure(int times, Instant again) {}

    /** @param now both are due at once: what happened while nobody watched is caught up with */
    Agenda(Duration pollEvery, Duration checkEvery, Duration firstWait, RandomGenerator random, Instant now) {
        this.pollEvery = pollEvery;
        this.checkEvery = checkEvery;
        this.firstWait = firstWait;
        this.random = random;
        this.poll = now;
        this.check = now;
    }

    boolean isPollDue(Instant now) {
        return !now.isBefore(poll);
    }

    boolean isCheckDue(Instant now) {
        return !now.isBefore(check);
    }

    /** Rules that failed, and are to be tried again now. */
    Set<String> retries(Instant now) {
        return failures.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue().again()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void pollNow(Instant now) {
        poll = now;
    }

    void polled(Instant now) {
        polls = 0;
        poll = now.plus(pollEvery);
    }

    /** A check needs what a poll asks for, and waits with it. @return how long until the next */
    Duration pollFailed(Instant now) {
        Duration wait = wait(++polls);
        poll = now.plus(wait);
        check = check.isBefore(poll) ? poll : check;
        return wait;
    }

    void checked(Instant now) {
        checks = 0;
        check = now.plus(jittered());
    }

    /** @return how long until the next */
    Duration checkFailed(Instant now) {
        Duration wait = wait(++checks);
        check = now.plus(wait);
        return wait;
    }

    /** @return how long until it is tried again */
    Duration failed(String ruleId, Instant now) {
        int times = failures.getOrDefault(ruleId, new Failure(0, now)).times() + 1;
        Duration wait = wait(times);
        failures.put(ruleId, new Failure(times, now.plus(wait)));
        return wait;
    }

    void settled(String ruleId) {
        failures.remove(ruleId);
    }

    /** How long nothing will be due; never negative. */
    Duration idle(Instant now) {
        Instant next = Stream.concat(
                        Stream.of(poll, check), failures.values().stream().map(Failure::again))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    private Duration wait(int times) {
        Duration wait = firstWait;
        for (int i = 1; i < times && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Duration jittered() {
        long spread = checkEvery.toMillis() / JITTER;
        return spread == 0 ? checkEvery : checkEvery.minusMillis(random.nextLong(spread));
    }
}
