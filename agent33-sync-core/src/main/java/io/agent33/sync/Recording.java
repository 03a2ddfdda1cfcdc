package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.JournalEntry.Outcome;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the attempts of one run into the journal (S13): once a second, and at its end, so that a run over many downstreams costs few
 * waits for the disk. A journal that fails costs the run nothing.
 */
final class Recording implements SyncListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final int LONGEST = 500;

    private final RunJournal journal;
    private final Clock clock;
    private final SyncTrigger.Kind trigger;
    private final Map<Key, String> releases = new HashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private long written = System.nanoTime();

    private record Key(String ruleId, RepositoryId repository) {}

    Recording(RunJournal journal, Clock clock, SyncTrigger.Kind trigger) {
        this.journal = journal;
        this.clock = clock;
        this.trigger = trigger;
    }

    @Override
    public synchronized void on(SyncEvent event) {
        if (event instanceof SyncEvent.RulePlanned planned && planned.plan() instanceof Proposal proposal) {
            releases.put(
                    new Key(proposal.ruleId(), proposal.repository()),
                    proposal.release().label());
        } else if (event instanceof SyncEvent.RuleFinished finished) {
            entry(finished.result(), finished.took()).ifPresent(entries::add);
            if (System.nanoTime() - written > SELDOM.toNanos()) {
                write();
            }
        }
    }

    private void write() {
        try {
            journal.append(List.copyOf(entries));
        } catch (RuntimeException e) {
            LOG.warn("{} attempts are not in the journal", entries.size(), e);
        }
        entries.clear();
        written = System.nanoTime();
    }

    /** Empty for a rule that was not due, or that an interrupt kept from its turn: nobody tried. */
    private Optional<JournalEntry> entry(RuleResult result, Duration took) {
        RuleOutcome outcome = result.outcome();
        Optional<String> planned = Optional.ofNullable(releases.get(new Key(result.ruleId(), result.repository())));
        Optional<String> release = outcome instanceof RuleOutcome.NothingToApply nothing
                ? nothing.current().or(() -> planned)
                : planned;
        return outcome(outcome)
                .map(how -> new JournalEntry(
                        result.ruleId(),
                        result.repository(),
                        trigger,
                        release,
                        how,
                        clock.instant().minus(took),
                        took,
                        error(outcome)));
    }

    private static Optional<Outcome> outcome(RuleOutcome outcome) {
        if (outcome instanceof RuleOutcome.Skipped skipped) {
            return skipped.current().map(release -> Outcome.CURRENT);
        }
        if (outcome instanceof RuleOutcome.Failed failed) {
            return failed.objection().code().equals("interrupted") ? Optional.empty() : Optional.of(Outcome.FAILED);
        }
        if (outcome instanceof RuleOutcome.Blocked) {
            return Optional.of(Outcome.BLOCKED);
        }
        if (outcome instanceof RuleOutcome.LeftAlone) {
            return Optional.of(Outcome.LEFT_ALONE);
        }
        if (outcome instanceof RuleOutcome.Current) {
            return Optional.of(Outcome.CURRENT);
        }
        return Optional.of(outcome instanceof RuleOutcome.Waiting ? Outcome.WAITING : Outcome.PROPOSED);
    }

    private static Optional<String> error(RuleOutcome outcome) {
        Optional<String> said = Optional.empty();
        if (outcome instanceof RuleOutcome.Failed failed) {
            said = Optional.of(failed.objection().message());
        } else if (outcome instanceof RuleOutcome.Blocked blocked) {
            said = blocked.objections().stream().findFirst().map(Objection::message);
        } else if (outcome instanceof RuleOutcome.LeftAlone left) {
            said = Optional.of(left.reason());
        }
        return said.map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
    }

    @Override
    public synchronized void close() {
        if (!entries.isEmpty()) {
            write();
        }
    }
}
