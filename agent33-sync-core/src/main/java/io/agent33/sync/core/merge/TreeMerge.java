package io.agent33.sync.core.merge;

import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import io.agent33.sync.core.yaml.YamlScalar;
import io.agent33.sync.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.Nullable;

/** What values a merge by key has to come to, whatever the text: the proof of the merge of texts. */
final class TreeMerge {
    private TreeMerge() {}

    /** A value without its place: a text with whether it is plain, a list, or a map. */
    static Object value(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> values.put(entry.key().text(), value(entry.value())));
            return values;
        }
        return node instanceof YamlSequence sequence
                ? sequence.items().stream().map(TreeMerge::value).toList()
                : List.of(((YamlScalar) node).text(), ((YamlScalar) node).plain(), "");
    }

    /**
     * Whether a result is what becomes of three values. Where both sides changed the same value that is no mapping, anything is,
     * since lines decide there.
     */
    static boolean isMergeOf(
            @Nullable Object base, @Nullable Object local, @Nullable Object upstream, @Nullable Object result) {
        if (equal(local, upstream) || equal(base, upstream)) {
            return equal(result, local);
        }
        if (equal(base, local)) {
            return equal(result, upstream);
        }
        if (!(local instanceof Map<?, ?> ours) || !(upstream instanceof Map<?, ?> theirs)) {
            return result != null;
        }
        if (!(result instanceof Map<?, ?> merged)) {
            return false;
        }
        Map<?, ?> before = base instanceof Map<?, ?> map ? map : Map.of();
        Set<Object> keys = new LinkedHashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        keys.addAll(before.keySet());
        keys.addAll(merged.keySet());
        return keys.stream()
                .allMatch(key -> isMergeOf(before.get(key), ours.get(key), theirs.get(key), merged.get(key)));
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        return Objects.equals(a, b);
    }
}
