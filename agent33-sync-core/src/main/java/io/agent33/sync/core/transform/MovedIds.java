package io.agent33.sync.core.transform;

import io.agent33.sync.core.markdown.Anchor;
import io.agent33.sync.core.markdown.Heading;
import io.agent33.sync.core.markdown.MarkdownText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ids of headings that are not what they were, since the headings hold what was changed.
 *
 * @param now by what they were; only those that changed
 */
record MovedIds(Map<String, String> now) {
    static final MovedIds NONE = new MovedIds(Map.of());
    private static final String PREFIX = "user-content-";

    /** Of one document before and after. What its HTML names itself stays, and without the same headings nobody knows. */
    static MovedIds of(MarkdownText before, MarkdownText after) {
        List<Heading> was = before.headings();
        List<Heading> is = after.headings();
        if (was.size() != is.size()) {
            return NONE;
        }
        Set<String> named = after.anchors().stream().map(Anchor::name).collect(Collectors.toSet());
        Map<String, String> moved = new HashMap<>();
        for (int i = 0; i < was.size(); i++) {
            String id = was.get(i).id();
            if (!id.equals(is.get(i).id()) && !named.contains(id)) {
                moved.putIfAbsent(id, is.get(i).id());
            }
        }
        return moved.isEmpty() ? NONE : new MovedIds(Map.copyOf(moved));
    }

    /** What a fragment has to be; empty if it may stay. GitHub knows ids with its own prefix, and looks again in lower case. */
    Optional<String> of(String fragment) {
        if (now.isEmpty()) {
            return Optional.empty();
        }
        String prefix = fragment.startsWith(PREFIX) ? PREFIX : "";
        String id = fragment.substring(prefix.length());
        return Optional.ofNullable(now.get(id))
                .or(() -> Optional.ofNullable(now.get(id.toLowerCase(Locale.ROOT))))
                .filter(moved -> !moved.isEmpty())
                .map(moved -> prefix + moved);
    }
}
