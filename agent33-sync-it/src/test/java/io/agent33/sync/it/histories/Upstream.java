package io.agent33.sync.it.histories;

import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The upstream: what its people change, and its releases. */
final class Upstream {
    static final List<String> NAMES = List.of("a.md", "b.md", "x/a.md", "x/b.md", "y/a.md", "y/c.md", "z/a.md");

    final MemoryUpstream repository = MemoryUpstream.named("agent33/agent33");
    private final boolean apart;
    private final Map<String, String> files = new TreeMap<>();
    private final List<String> deleted = new ArrayList<>();
    private Map<String, String> released = Map.of();
    private int releases;
    private int made;

    Upstream(boolean apart) {
        this.apart = apart;
        List.of("a.md", "b.md", "x/a.md", "x/b.md").forEach(name -> files.put(name, fresh()));
        commit("begin", true);
    }

    private String fresh() {
        int file = ++made;
        return Slots.fresh(
                file,
                IntStream.range(0, Slots.COUNT)
                        .mapToObj(slot -> slot == 3 ? "" : "first " + file + "." + slot + "\n")
                        .toList());
    }

    String label() {
        return "v1." + releases + ".0";
    }

    Map<String, String> released() {
        return released;
    }

    private void commit(String message, boolean tag) {
        MemoryCommit commit = repository.commit(message);
        if (releases > 0 || made > 4) {
            commit.delete("core");
        }
        files.forEach((name, text) -> commit.file("core/" + name, text));
        commit.file("README.md", message + "\n");
        if (tag) {
            releases++;
            commit.tag(label());
            released = new TreeMap<>(files);
        } else {
            commit.id();
        }
    }

    /** Does it and tells it. */
    String take(Event event, boolean tag) {
        String told = change(event);
        commit("upstream " + event.serial(), tag);
        return told + (tag ? ", released as " + label() : ", not released yet");
    }

    private String change(Event event) {
        String name = event.pick(new ArrayList<>(files.keySet()));
        String free = free(event.slot());
        boolean room = !free.isEmpty();
        switch (event.how() % 16) {
            case 8, 9:
                return room ? added(free, fresh()) : edited(event, name);
            case 10:
                return room && !deleted.isEmpty()
                        ? added(free, deleted.remove(deleted.size() - 1))
                        : edited(event, name);
            case 11, 12:
                if (files.size() < 2) {
                    return edited(event, name);
                }
                deleted.add(files.remove(name));
                return "upstream deletes " + name;
            case 13, 14:
                String told = event.how() % 2 == 0 ? edited(event, name) + " and " : "";
                return room ? told + renamed(name, free) : edited(event, name);
            case 15:
                return folderRenamed(event);
            default:
                return edited(event, name);
        }
    }

    private String free(int number) {
        List<String> names =
                NAMES.stream().filter(name -> !files.containsKey(name)).toList();
        return names.isEmpty() ? "" : names.get(number % names.size());
    }

    private String edited(Event event, String name) {
        int slot = apart ? event.slot() % 3 * 2 : event.slot() % Slots.COUNT;
        files.put(name, Slots.with(files.get(name), slot, event.line("theirs")));
        return "upstream edits slot " + slot + " of " + name;
    }

    private String added(String name, String text) {
        files.put(name, text);
        return "upstream adds " + name;
    }

    private String renamed(String from, String to) {
        files.put(to, files.remove(from));
        return "upstream renames " + from + " to " + to;
    }

    private String folderRenamed(Event event) {
        List<String> folders = List.of("x/", "y/", "z/");
        String from = folders.get(event.which() % 3);
        String to = folders.get((event.which() + 1) % 3);
        List<String> moved =
                files.keySet().stream().filter(name -> name.startsWith(from)).toList();
        boolean clash = files.keySet().stream().anyMatch(name -> name.startsWith(to));
        if (moved.isEmpty() || clash) {
            return edited(event, event.pick(new ArrayList<>(files.keySet())));
        }
        moved.forEach(name -> renamed(name, to + name.substring(2)));
        String first = to + moved.get(0).substring(2);
        return "upstream renames folder " + from + " to " + to + " and " + edited(event, first);
    }
}
