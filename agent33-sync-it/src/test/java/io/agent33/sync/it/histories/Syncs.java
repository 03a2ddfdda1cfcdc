package io.agent33.sync.it.histories;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.OnExisting;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.it.histories.TableModel.Known;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The engine at work, watched: each proposal against the law and against the model. */
final class Syncs {
    private static final String MANIFEST = ".agent33-sync-state/docs/manifest.yaml";
    private static final Pattern FILE =
            Pattern.compile("\"source\": ?\"core/([^\"]+)\".*?\"status\": ?\"([a-z]+)\"", Pattern.DOTALL);

    private static final Set<NoteKind> LISTED =
            Set.of(NoteKind.ORPHAN_OVERRIDE, NoteKind.CONFIRM, NoteKind.DELETED_UPSTREAM);

    private record Pending(int serial, String branch, Forecast forecast) {}

    private final History history;
    private final Upstream upstream;
    private final People people;
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final SyncEngine engine;
    private final boolean thorough;
    private final Set<String> exempt = new HashSet<>();
    private final List<Integer> ignored = new ArrayList<>();
    private Map<String, Known> known = Map.of();
    private Optional<Pending> pending = Optional.empty();

    Syncs(History history, Upstream upstream, People people, MemoryDownstreams downstreams, boolean thorough) {
        this.history = history;
        this.upstream = upstream;
        this.people = people;
        this.thorough = thorough;
        SyncRule rule = SyncRule.builder("docs")
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .onDrift(history.onDrift())
                .onExisting(history.blockExisting() ? OnExisting.BLOCK : OnExisting.REPLACE)
                .build();
        this.engine = SyncEngine.builder()
                .upstream(upstream.repository)
                .downstreams(downstreams)
                .rules(RuleSource.of(rule))
                .publisher(publisher)
                .parallelism(1)
                .build();
    }

    boolean isMerged() {
        return pending.isEmpty();
    }

    boolean isExempt(String file) {
        return exempt.contains(file);
    }

    List<Integer> ignored() {
        List<Integer> all = new ArrayList<>(ignored);
        pending.ifPresent(open -> all.add(open.serial()));
        return all;
    }

    String propose(int serial) {
        Map<String, String> files = people.files();
        Optional<SyncPlan> before = thorough ? Optional.of(plan()) : Optional.empty();
        before.ifPresent(plan -> Violation.unless(same(plan, plan()), () -> "two plans of the same differ"));
        RuleResult result = run();
        before.ifPresent(
                plan -> Violation.unless(same(plan, plan()), () -> "a proposal that is open changes the plan"));
        TableModel table = new TableModel(history.onDrift(), history.blockExisting(), upstream.label());
        Forecast forecast = Forecast.of(table, known, upstream.released(), files, people.seen);
        check(result, forecast, files, serial);
        String notes = result.notes().stream()
                .map(note -> note.kind().key() + " " + note.path())
                .collect(Collectors.joining(", "));
        return result.outcome().getClass().getSimpleName() + " " + upstream.label() + " [" + notes + "]";
    }

    private SyncPlan plan() {
        return engine.plan(SyncTrigger.due());
    }

    private static boolean same(SyncPlan one, SyncPlan other) {
        return one.digest().equals(other.digest())
                && one.rules().get(0).notes().equals(other.rules().get(0).notes());
    }

    private RuleResult run() {
        return engine.run(SyncTrigger.due()).results().get(0);
    }

    private void check(RuleResult result, Forecast forecast, Map<String, String> files, int serial) {
        RuleOutcome outcome = result.outcome();
        Violation.unless(
                forecast.blocked() == outcome instanceof RuleOutcome.Blocked,
                () -> "the model says " + (forecast.blocked() ? "blocked" : "not blocked") + ", and it is " + outcome);
        if (outcome instanceof RuleOutcome.Proposed || outcome instanceof RuleOutcome.Waiting) {
            String branch = outcome instanceof RuleOutcome.Proposed proposed
                    ? proposed.head().branch()
                    : ((RuleOutcome.Waiting) outcome).head().branch();
            // A pull request that waits may stand on an older base.
            Map<String, String> proposed = people.standsOnMain(branch)
                    ? people.files(branch)
                    : people.with(plan().proposals().get(0).edits());
            agree(forecast, proposed);
            nothingVanishes(result, forecast, files, proposed);
            markersAreInOrder(result, proposed);
            pending.filter(open -> outcome instanceof RuleOutcome.Proposed)
                    .ifPresent(open -> ignored.add(open.serial()));
            int number = outcome instanceof RuleOutcome.Waiting
                    ? pending.map(Pending::serial).orElse(serial)
                    : serial;
            pending = Optional.of(new Pending(number, branch, forecast));
        } else if (!(outcome instanceof RuleOutcome.Blocked)) {
            Violation.unless(
                    outcome instanceof RuleOutcome.Current || outcome instanceof RuleOutcome.Skipped,
                    () -> "it came to " + outcome);
            agree(forecast, files);
            pending.ifPresent(open -> ignored.add(open.serial()));
            pending = Optional.empty();
        }
        exempt(result, files);
    }

    /**
     * What the table does not merge but lists: an override that was begun where the file no longer is or is not yet, and a
     * path at which upstream has another file now.
     */
    private void exempt(RuleResult result, Map<String, String> files) {
        for (PathNote note : result.notes()) {
            String source = note.path().value().substring(note.path().value().indexOf('/') + 1);
            String theirs = upstream.released().getOrDefault(source, "");
            boolean listed = LISTED.contains(note.kind());
            for (String folder : List.of(People.TARGETS, People.OVERRIDES)) {
                List<String> shape = Slots.shape(files.getOrDefault(folder + source, ""));
                if (!shape.isEmpty() && (listed || !shape.equals(Slots.shape(theirs)))) {
                    exempt.add(shape.get(0));
                    Slots.shape(theirs).stream().limit(1).forEach(exempt::add);
                }
            }
        }
    }

    private static void agree(Forecast forecast, Map<String, String> found) {
        Map<String, String> content = People.content(found);
        Set<String> paths = new TreeSet<>(content.keySet());
        paths.addAll(forecast.content().keySet());
        for (String path : paths) {
            String expected = forecast.content().getOrDefault(path, "(nothing)\n");
            String actual = content.getOrDefault(path, "(nothing)\n");
            Violation.unless(
                    expected.equals(actual),
                    () -> path + ": the model expects\n" + brief(expected) + "and there is\n" + brief(actual));
        }
        Map<String, String> statuses = new TreeMap<>();
        forecast.known().forEach((source, file) -> statuses.put(source, file.status()));
        Violation.unless(
                statuses.equals(statuses(found)),
                () -> "the model expects the records " + statuses + ", and there are " + statuses(found));
        forecast.optedOut()
                .forEach(source -> Violation.unless(
                        People.optedOut(found, source), () -> source + " is not added to the opt-out file"));
    }

    private static String brief(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("- "))
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> statuses(Map<String, String> files) {
        Map<String, String> statuses = new TreeMap<>();
        Matcher file = FILE.matcher(files.getOrDefault(MANIFEST, ""));
        while (file.find()) {
            statuses.put(file.group(1), file.group(2));
        }
        return statuses;
    }

    private void nothingVanishes(
            RuleResult result, Forecast forecast, Map<String, String> before, Map<String, String> after) {
        Set<String> listed =
                result.notes().stream().map(note -> note.path().value()).collect(Collectors.toSet());
        Set<String> left = new TreeSet<>();
        People.content(after).values().forEach(text -> left.addAll(Slots.local(text)));
        People.content(before).forEach((path, text) -> {
            String source = path.substring(path.indexOf('/') + 1);
            boolean named = listed.contains(path)
                    || listed.contains(People.TARGETS + source)
                    || listed.contains(People.TARGETS + forecast.renames().getOrDefault(source, source));
            Set<String> gone = Slots.local(text);
            gone.removeAll(left);
            gone.removeAll(people.dropped);
            Violation.unless(named || gone.isEmpty(), () -> gone + " vanish from " + path + ", which is not listed");
        });
    }

    private static void markersAreInOrder(RuleResult result, Map<String, String> after) {
        People.content(after)
                .forEach((path, text) -> Violation.unless(
                        !Slots.isMarked(text)
                                || Slots.conflicts(text) > 0
                                || result.notes().stream()
                                        .anyMatch(note -> path.endsWith(
                                                note.path().value().replaceFirst("docs/", ""))),
                        () -> "the markers of " + path + " are nested:\n" + text));
    }

    String merge(int how) {
        if (pending.isEmpty()) {
            return "no pull request to merge";
        }
        Pending open = pending.get();
        try {
            Map<String, String> before = people.files();
            String done = press(open.branch(), how % 4);
            people.carried(before, open.forecast().renames());
            pending = Optional.empty();
            known = open.forecast().known();
            publisher.merge("org/webapp", "docs");
            people.downstream.git().deleteBranch(open.branch());
            return done;
        } catch (IllegalStateException e) {
            return "not to be merged: " + e.getMessage();
        }
    }

    private String press(String branch, int how) {
        switch (how) {
            case 0:
                people.downstream.squash(branch, "edited by hand");
                return "squashed";
            case 1:
                people.downstream.rebase(branch);
                return "rebased";
            default:
                people.downstream.merge(branch);
                return "merged";
        }
    }

    String mergeAndRunAgain(int how) {
        boolean proposed = pending.isPresent();
        String done = merge(how);
        if (proposed && pending.isEmpty()) {
            RuleResult again = run();
            Violation.unless(
                    again.outcome() instanceof RuleOutcome.Current
                            || again.outcome() instanceof RuleOutcome.Skipped
                            // What a person did while the pull request was open.
                            || again.outcome() instanceof RuleOutcome.Blocked,
                    () -> "a second run writes: " + again);
        }
        return done;
    }
}
