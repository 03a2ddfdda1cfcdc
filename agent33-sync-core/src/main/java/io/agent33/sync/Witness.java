package io.agent33.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Hears what a run asks the ports by a name, whose answer can be another tomorrow, and what it is told. What is asked by an
 * object id has one answer for ever, and is not noted. Thread-safe.
 */
final class Witness {
    private final ConcurrentMap<Question, String> answers = new ConcurrentHashMap<>();
    private volatile boolean trusted = true;

    /** @param repository the downstream's name; empty for the upstream */
    record Question(String repository, Asked asked, String argument) {}

    /** In the order in which they are asked again: what is cheap, and one connection's questions together. */
    enum Asked {
        REFS,
        RESOLVE,
        WEB_ADDRESS,
        LOCATION,
        BASE,
        BRANCHES
    }

    void heard(Question question, String answer) {
        String before = answers.putIfAbsent(question, answer);
        if (before != null && !before.equals(answer)) {
            trusted = false;
        }
    }

    /** Something was written, or somebody was asked whose answers cannot be compared. */
    void lost() {
        trusted = false;
    }

    /** All that was asked, if each question had one answer and no more happened than asking. */
    Optional<Map<Question, String>> testimony() {
        return trusted ? Optional.of(Map.copyOf(answers)) : Optional.empty();
    }

    /** One text for these parts and no others. */
    static String joined(String... parts) {
        return joined(Arrays.asList(parts));
    }

    /** One text for these parts and no others. */
    static String joined(List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return text.toString();
    }

    /** The parts of such a text. */
    static List<String> parts(String joined) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < joined.length()) {
            int colon = joined.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(joined, at, colon, 10);
            parts.add(joined.substring(colon + 1, end));
            at = end;
        }
        return parts;
    }
}
