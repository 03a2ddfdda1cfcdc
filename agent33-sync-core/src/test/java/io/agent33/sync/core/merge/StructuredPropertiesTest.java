package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trees that two sides edit at different keys, written as YAML with a comment above each key, and as JSON. */
class StructuredPropertiesTest {
    @Test
    void differentKeysMergeCleanly() {
        differentKeysMergeCleanly(1, 600);
    }

    @Test
    @Tag("slow")
    void differentKeysMergeCleanlyManyTimes() {
        differentKeysMergeCleanly(2, 50_000);
    }

    private static void differentKeysMergeCleanly(long seed, int cases) {
        Random random = new Random(seed);
        for (int i = 0; i < cases; i++) {
            Map<String, Object> base = tree(random, 0, "k");
            Map<String, Object> local = copy(base);
            Map<String, Object> upstream = copy(base);
            Map<String, Object> expected = copy(base);
            for (int edits = random.nextInt(5); edits > 0; edits--) {
                List<String> path = somePath(base, random);
                boolean ours = random.nextBoolean();
                if (untouched(base, local, path) && untouched(base, upstream, path)) {
                    String value = random.nextInt(4) == 0 ? "" : (ours ? "ours" : "theirs") + edits;
                    put(ours ? local : upstream, path, value);
                    put(expected, path, value);
                }
            }
            check(seed, i, new Written(base, local, upstream, expected, true), "a.yaml");
            check(seed, i, new Written(base, local, upstream, expected, false), "a.json");
        }
    }

    private record Written(
            Map<String, Object> base,
            Map<String, Object> local,
            Map<String, Object> upstream,
            Map<String, Object> expected,
            boolean asYaml) {
        String text(Map<String, Object> tree) {
            return asYaml ? yaml(tree, "") : json(tree, "") + "\n";
        }
    }

    private static void check(long seed, int number, Written written, String path) {
        Triple triple = new Triple(
                written.text(written.base()), written.text(written.local()), written.text(written.upstream()));
        Merged merged = triple.merged(path, Merging.structured());

        String what = "seed " + seed + ", case " + number + ": " + triple;
        assertThat(merged).as(what).isInstanceOf(Merged.Clean.class);
        assertThat(Triple.text(merged)).as(what).isEqualTo(written.text(written.expected()));
    }

    private static Map<String, Object> tree(Random random, int depth, String prefix) {
        Map<String, Object> tree = new LinkedHashMap<>();
        int keys = 2 + random.nextInt(4);
        for (int i = 0; i < keys; i++) {
            String key = prefix + i;
            tree.put(
                    key,
                    depth < 2 && random.nextInt(3) == 0 ? tree(random, depth + 1, key) : "v" + random.nextInt(100));
        }
        return tree;
    }

    /** The path of a scalar, or of one that is not there yet; never the last one that a mapping has. */
    private static List<String> somePath(Map<String, Object> tree, Random random) {
        List<String> path = new ArrayList<>();
        Object at = tree;
        while (at instanceof Map<?, ?> map) {
            List<?> keys = List.copyOf(map.keySet());
            Object key = keys.get(1 + random.nextInt(keys.size() - 1));
            path.add(key.toString());
            at = map.get(key);
        }
        return path;
    }

    private static boolean untouched(Map<String, Object> base, Map<String, Object> side, List<String> path) {
        return get(base, path).equals(get(side, path));
    }

    private static Object get(Map<String, Object> tree, List<String> path) {
        Object at = tree;
        for (String key : path) {
            at = at instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : "";
        }
        return at;
    }

    /** An empty value takes the key away. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, List<String> path, String value) {
        Map<String, Object> at = tree;
        for (String key : path.subList(0, path.size() - 1)) {
            at = (Map<String, Object>) at.get(key);
        }
        if (value.isEmpty()) {
            at.remove(path.get(path.size() - 1));
        } else {
            at.put(path.get(path.size() - 1), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((key, value) -> copy.put(key, value instanceof Map ? copy((Map<String, Object>) value) : value));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static String yaml(Map<String, Object> tree, String indent) {
        StringBuilder text = new StringBuilder();
        tree.forEach((key, value) -> {
            text.append(indent)
                    .append("# about ")
                    .append(key)
                    .append('\n')
                    .append(indent)
                    .append(key);
            if (value instanceof Map) {
                text.append(":\n").append(yaml((Map<String, Object>) value, indent + "  "));
            } else {
                text.append(": ").append(value).append("  # its value\n");
            }
        });
        return text.toString();
    }

    @SuppressWarnings("unchecked")
    private static String json(Map<String, Object> tree, String indent) {
        List<String> members = new ArrayList<>();
        tree.forEach((key, value) -> members.add(indent + "  \"" + key + "\": "
                + (value instanceof Map ? json((Map<String, Object>) value, indent + "  ") : "\"" + value + "\"")));
        return "{\n" + String.join(",\n", members) + "\n" + indent + "}";
    }
}
