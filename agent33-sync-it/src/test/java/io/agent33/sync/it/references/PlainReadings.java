package io.agent33.sync.it.references;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what was read of each text: from release to release, most texts stay. For one thread. */
public final class PlainReadings {
    private final Map<String, List<PlainReference>> markdown = new HashMap<>();
    private final Map<String, List<PlainReference>> other = new HashMap<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();

    List<PlainReference> references(String name, String text) {
        return (PlainReader.isMarkdown(name) ? markdown : other)
                .computeIfAbsent(text, unread -> PlainReader.references(name, unread));
    }

    /** What fragments a Markdown file can be entered by. */
    Set<String> anchors(String text) {
        return anchors.computeIfAbsent(text, PlainReader::anchors);
    }
}
