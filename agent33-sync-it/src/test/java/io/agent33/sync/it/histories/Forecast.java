package io.agent33.sync.it.histories;

import io.agent33.sync.it.histories.TableModel.Facts;
import io.agent33.sync.it.histories.TableModel.Known;
import io.agent33.sync.it.histories.TableModel.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.Nullable;

/**
 * What the model says of all paths together: renames first, then each path by the table.
 *
 * @param content targets and overrides
 * @param known what the manifest shall know
 * @param optedOut source paths that join the opt-out file
 * @param renames new source paths by old ones
 */
record Forecast(
        Map<String, String> content,
        Map<String, Known> known,
        Set<String> optedOut,
        Map<String, String> renames,
        boolean blocked) {
    /** @param files what lies in the downstream */
    static Forecast of(
            TableModel table,
            Map<String, Known> before,
            Map<String, String> upstream,
            Map<String, String> files,
            Map<String, Optional<String>> seen) {
        Map<String, String> renames = renames(before, upstream, files);
        Map<String, String> origins = new HashMap<>();
        renames.forEach((from, to) -> origins.put(to, from));
        Map<String, String> content = People.content(files);
        renames.keySet().forEach(from -> {
            content.remove(People.TARGETS + from);
            content.remove(People.OVERRIDES + from);
        });
        Set<String> sources = new TreeSet<>(upstream.keySet());
        before.keySet().stream().filter(source -> !renames.containsKey(source)).forEach(sources::add);
        Map<String, Known> known = new TreeMap<>();
        Set<String> optedOut = new TreeSet<>();
        boolean blocked = false;
        for (String source : sources) {
            String origin = origins.getOrDefault(source, source);
            boolean out = People.optedOut(files, source);
            if (!out && People.optedOut(files, origin)) {
                out = true;
                optedOut.add(source);
            }
            // What was there has left, and what was to come could not.
            boolean left = origin.equals(source) && renames.containsKey(source);
            Result result = table.of(new Facts(
                    Optional.ofNullable(left ? null : before.get(origin)),
                    Optional.ofNullable(upstream.get(source)),
                    Optional.ofNullable(left ? null : files.get(People.TARGETS + origin)),
                    Optional.ofNullable(left ? null : files.get(People.OVERRIDES + origin)),
                    out,
                    seen.getOrDefault(origin, Optional.empty())));
            put(content, People.TARGETS + source, result.target());
            put(content, People.OVERRIDES + source, result.override());
            result.known().ifPresent(found -> known.put(source, found));
            blocked |= result.blocked();
            if (result.optOut()) {
                optedOut.add(source);
            }
        }
        return new Forecast(content, known, optedOut, renames, blocked);
    }

    private static void put(Map<String, String> content, String path, Optional<String> text) {
        text.ifPresentOrElse(found -> content.put(path, found), () -> content.remove(path));
    }

    /** A file is known by its shape; it goes to a free path, or to one that another file leaves in the same step. */
    private static Map<String, String> renames(
            Map<String, Known> before, Map<String, String> upstream, Map<String, String> files) {
        Map<String, String> renames = new TreeMap<>();
        before.forEach((from, known) -> {
            if (!known.status().equals("released") && !isVersion(upstream.get(from), known)) {
                upstream.forEach((to, text) -> {
                    if (isVersion(text, known)) {
                        renames.put(from, to);
                    }
                });
            }
        });
        boolean chains = before.keySet().stream().anyMatch(from -> !upstream.containsKey(from))
                && upstream.keySet().stream().anyMatch(to -> !before.containsKey(to));
        // What is exchanged in a ring, with edits, is not followed.
        renames.entrySet()
                .removeIf(rename -> !chains
                        && upstream.containsKey(rename.getKey())
                        && !before.get(rename.getKey()).b().equals(upstream.get(rename.getValue())));
        boolean smaller = true;
        while (smaller) {
            smaller = renames.keySet().removeIf(from -> upstream.containsKey(from) && !renames.containsValue(from));
            smaller |= renames.values().removeIf(to -> before.containsKey(to) && !renames.containsKey(to));
        }
        blockedOnesStay(renames, before, files);
        return renames;
    }

    private static boolean isVersion(@Nullable String text, Known known) {
        return text != null && Slots.shape(text).equals(Slots.shape(known.b()));
    }

    private static void blockedOnesStay(
            Map<String, String> renames, Map<String, Known> before, Map<String, String> files) {
        boolean smaller = true;
        while (smaller) {
            smaller = renames.entrySet().removeIf(rename -> {
                String to = rename.getValue();
                boolean optedOut = People.optedOut(files, to) && !People.optedOut(files, rename.getKey());
                boolean occupied = files.containsKey(People.TARGETS + to) || files.containsKey(People.OVERRIDES + to);
                return before.containsKey(to) ? !renames.containsKey(to) || optedOut : occupied;
            });
        }
    }
}
