package io.agent33.sync.it.overrides;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of twelve lines, some of which are other than usual. */
final class Lines {
    private Lines() {}

    /** Each change is {@code 3=text}: line 3 reads so. */
    static String with(String... changes) {
        Map<Integer, String> lines =
                new TreeMap<>(IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toMap(n -> n, n -> "line " + n)));
        for (String change : changes) {
            int equals = change.indexOf('=');
            lines.put(Integer.parseInt(change.substring(0, equals)), change.substring(equals + 1));
        }
        return String.join("\n", lines.values()) + "\n";
    }
}
