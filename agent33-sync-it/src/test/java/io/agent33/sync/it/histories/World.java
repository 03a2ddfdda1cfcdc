package io.agent33.sync.it.histories;

import io.agent33.sync.testkit.memory.MemoryDownstreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A history as it happens, in memory, and what was done so far in words. */
final class World {
    private final History history;
    private final Upstream upstream;
    private final People people;
    private final Syncs syncs;
    private final List<String> told = new ArrayList<>();
    private final Map<String, Map<Integer, String>> wanted = new TreeMap<>();

    World(History history, boolean thorough) {
        this.history = history;
        this.upstream = new Upstream(history.apart());
        MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
        this.people = new People(downstreams.get("org/webapp"));
        this.syncs = new Syncs(history, upstream, people, downstreams, thorough);
    }

    /** What went against the law; empty if nothing did. */
    Optional<String> play() {
        try {
            for (Event event : history.events()) {
                told.add(event.serial() + ": " + take(event));
            }
            if (history.apart()) {
                told.add("at the end: " + syncs.propose(0) + "; " + syncs.mergeAndRunAgain(2));
                if (syncs.isMerged()) {
                    everyEditArrived();
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of((e instanceof Violation ? "" : e.getClass().getName() + " ") + e.getMessage());
        }
    }

    List<String> told() {
        return told;
    }

    Map<String, String> files() {
        return people.files();
    }

    /** The numbers of the proposals that were never merged. */
    List<Integer> ignored() {
        return syncs.ignored();
    }

    private String take(Event event) {
        return switch (event.kind()) {
            case UPSTREAM -> upstream.take(event, true);
            case UNTAGGED -> upstream.take(event, false);
            case PROPOSE -> "sync, left open: " + syncs.propose(event.serial());
            case MERGE -> syncs.merge(event.how());
            case SYNC -> "sync: " + syncs.propose(event.serial()) + "; " + syncs.mergeAndRunAgain(event.how());
            default -> person(event);
        };
    }

    private String person(Event event) {
        Map<String, String> files = people.files();
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        String did = person(event, files, changes);
        if (changes.isEmpty()) {
            return "nothing to do for " + event.kind();
        }
        people.commit("main", did, changes);
        return did;
    }

    private String person(Event event, Map<String, String> files, Map<String, Optional<String>> changes) {
        List<String> targets = files.keySet().stream()
                .filter(path -> path.startsWith(People.TARGETS))
                .toList();
        List<String> overrides =
                files.keySet().stream().filter(People::isOverride).toList();
        return switch (event.kind()) {
            case OVERRIDE_EDIT -> overrideEdited(event, files, changes);
            case OVERRIDE_DROP -> overrides.isEmpty() ? "" : removed(event.pick(overrides), changes);
            case TARGET_DELETE -> targets.isEmpty() ? "" : removed(event.pick(targets), changes);
            case TARGET_EDIT -> targets.isEmpty() ? "" : edited(event.pick(targets), event, files, changes);
            case EDIT_BOTH -> targets.isEmpty() ? "" : bothEdited(event, event.pick(targets), files, changes);
            case STRAY -> stray(event, files, changes);
            case IGNORE -> ignored(event, files, changes);
            case RESOLVE -> resolved(event, files, changes);
            default -> throw new IllegalStateException(event.toString());
        };
    }

    private static String removed(String path, Map<String, Optional<String>> changes) {
        changes.put(path, Optional.empty());
        return "person deletes " + path;
    }

    private String edited(String path, Event event, Map<String, String> files, Map<String, Optional<String>> changes) {
        int slot = history.apart() ? 5 : event.slot() % Slots.COUNT;
        return edited(path, slot, files.get(path), event.line("mine"), changes);
    }

    private String edited(String path, int slot, String text, String line, Map<String, Optional<String>> changes) {
        if (history.apart()) {
            wanted.computeIfAbsent(Slots.shape(text).get(0), file -> new TreeMap<>())
                    .put(slot, line);
        }
        changes.put(path, Optional.of(Slots.with(text, slot, line)));
        return "person edits slot " + slot + " of " + path;
    }

    private String overrideEdited(Event event, Map<String, String> files, Map<String, Optional<String>> changes) {
        List<String> sources = Stream.of(
                        files.keySet().stream()
                                .filter(path -> path.startsWith(People.TARGETS))
                                .map(path -> path.substring(People.TARGETS.length())),
                        history.apart() ? Stream.<String>empty() : upstream.released().keySet().stream(),
                        files.keySet().stream().filter(People::isOverride).map(People::source))
                .flatMap(found -> found)
                .distinct()
                .sorted()
                .toList();
        if (sources.isEmpty()) {
            return "";
        }
        String source = event.pick(sources);
        String start = Stream.of(files.get(People.OVERRIDES + source), files.get(People.TARGETS + source))
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElseGet(() -> upstream.released().getOrDefault(source, ""));
        int slot = history.apart() ? 1 + event.slot() % 2 * 2 : event.slot() % Slots.COUNT;
        return edited(People.OVERRIDES + source, slot, start, event.line("mine"), changes);
    }

    private String bothEdited(
            Event event, String target, Map<String, String> files, Map<String, Optional<String>> changes) {
        String override = People.OVERRIDES + target.substring(People.TARGETS.length());
        int slot = event.slot() % Slots.COUNT;
        String other = event.how() % 3 == 0 ? event.line("mine") : "mine other " + event.serial() + "\n";
        String start = files.getOrDefault(override, files.get(target));
        return edited(target, slot, files.get(target), event.line("mine"), changes) + " and "
                + edited(override, (slot + event.how() % 2) % Slots.COUNT, start, other, changes);
    }

    private String stray(Event event, Map<String, String> files, Map<String, Optional<String>> changes) {
        String name = event.pick(Upstream.NAMES);
        String path = (event.how() % 2 == 0 ? People.TARGETS : People.OVERRIDES) + name;
        if (files.containsKey(path)) {
            return "";
        }
        changes.put(path, Optional.of("mine " + event.serial() + "\n"));
        return "person puts a file of their own at " + path;
    }

    private static String ignored(Event event, Map<String, String> files, Map<String, Optional<String>> changes) {
        if (event.how() % 3 == 0 && files.containsKey(People.IGNORE)) {
            return removed(People.IGNORE, changes);
        }
        String line = event.how() % 3 == 1 ? "/x/" : "/" + event.pick(Upstream.NAMES);
        changes.put(People.IGNORE, Optional.of(files.getOrDefault(People.IGNORE, "") + line + "\n"));
        return "person opts out of " + line;
    }

    private static String resolved(Event event, Map<String, String> files, Map<String, Optional<String>> changes) {
        List<String> marked = People.content(files).entrySet().stream()
                .filter(file -> Slots.isMarked(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (marked.isEmpty()) {
            return "";
        }
        String path = event.pick(marked);
        String override = People.OVERRIDES + path.substring(path.indexOf('/') + 1);
        String text = files.get(path);
        String mine = "mine " + event.serial() + "\n";
        UnaryOperator<String> theirs = half -> Slots.resolved(text, true, (a, b) -> b);
        switch (event.how() % 7) {
            case 0:
                changes.put(path, Optional.of(Slots.resolved(text, true, (a, b) -> a)));
                return "person takes ours in " + path;
            case 1:
                changes.put(path, Optional.of(theirs.apply("")));
                return "person takes theirs in " + path;
            case 2:
                changes.put(path, Optional.of(Slots.resolved(text, false, (a, b) -> b)));
                return "person resolves the first conflict in " + path;
            case 3:
                changes.put(override, Optional.of(theirs.apply("")));
                return "person resolves " + path + " in the override";
            case 4:
                changes.put(path, Optional.of(theirs.apply("")));
                changes.put(override, Optional.of(Slots.resolved(text, true, (a, b) -> a)));
                return "person takes theirs in " + path + " and ours in the override";
            default:
                boolean slots = Slots.of(text).size() == Slots.COUNT;
                changes.put(path, Optional.of(Slots.resolved(text, true, (a, b) -> slots ? mine : a)));
                return "person writes both anew in " + path;
        }
    }

    private void everyEditArrived() {
        Map<String, String> files = people.files();
        upstream.released().forEach((source, theirs) -> {
            String file = Slots.shape(theirs).get(0);
            if (!files.containsKey(People.TARGETS + source) || syncs.isExempt(file)) {
                return;
            }
            String expected = theirs;
            for (Map.Entry<Integer, String> edit :
                    wanted.getOrDefault(file, Map.of()).entrySet()) {
                expected = Slots.with(expected, edit.getKey(), edit.getValue());
            }
            Violation.unless(
                    expected.equals(files.get(People.TARGETS + source)),
                    () -> "not every edit is in " + source + ":\n" + files.get(People.TARGETS + source));
        });
    }
}
