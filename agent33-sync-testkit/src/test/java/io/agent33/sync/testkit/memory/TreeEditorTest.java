package io.agent33.sync.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random edits of random trees, against a flat map of files. */
class TreeEditorTest {
    private static final int ROUNDS = 4_000;

    private final ObjectDatabase objects = new ObjectDatabase();

    @Test
    void editsGiveTheTreeThatTheFilesWouldGive() {
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Map<String, String> before = files(random);
            Map<String, Optional<String>> edits = edits(random);
            Optional<Map<String, String>> after = naive(before, edits);
            ObjectId base = tree(before);
            if (after.isPresent()) {
                assertThat(edit(base, edits))
                        .as("seed %d: %s %s", seed, before, edits)
                        .isEqualTo(tree(after.get()));
            } else {
                refused++;
                assertThatIllegalArgumentException()
                        .as("seed %d: %s %s", seed, before, edits)
                        .isThrownBy(() -> edit(base, edits));
            }
        }
        assertThat(refused).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    private ObjectId edit(ObjectId base, Map<String, Optional<String>> edits) {
        Map<String, TreeEditor.Edit> prepared = new HashMap<>();
        edits.forEach((path, text) -> prepared.put(path, new TreeEditor.Edit(text.map(it -> item(path, it)))));
        return new TreeEditor(objects, true).apply(Optional.of(base), prepared);
    }

    private ObjectId tree(Map<String, String> files) {
        Map<String, TreeEditor.Edit> edits = new HashMap<>();
        files.forEach((path, text) -> edits.put(path, new TreeEditor.Edit(Optional.of(item(path, text)))));
        return new TreeEditor(objects, false).apply(Optional.empty(), edits);
    }

    private TreeItem item(String path, String text) {
        return new TreeItem(
                path.substring(path.lastIndexOf('/') + 1), FileMode.REGULAR, objects.put(GitObject.blob(text)));
    }

    /** The law of buildTree, said once more without trees; empty if the edits are to be refused. */
    private static Optional<Map<String, String>> naive(
            Map<String, String> before, Map<String, Optional<String>> edits) {
        boolean deletesAFolder = edits.entrySet().stream()
                .anyMatch(edit -> edit.getValue().isEmpty()
                        && before.keySet().stream().anyMatch(file -> file.startsWith(edit.getKey() + "/")));
        Map<String, String> after = new TreeMap<>(before);
        edits.forEach((path, text) -> after.remove(path));
        edits.forEach((path, text) -> text.ifPresent(it -> after.put(path, it)));
        boolean fileInTheWay = after.keySet().stream()
                .anyMatch(file -> after.keySet().stream().anyMatch(other -> other.startsWith(file + "/")));
        return deletesAFolder || fileInTheWay ? Optional.empty() : Optional.of(after);
    }

    private static Map<String, String> files(Random random) {
        Map<String, String> files = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String path = path(random);
            boolean fits = files.keySet().stream()
                    .noneMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
            if (fits) {
                files.put(path, "" + random.nextInt(2));
            }
        }
        return files;
    }

    private static Map<String, Optional<String>> edits(Random random) {
        Map<String, Optional<String>> edits = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            edits.put(path(random), random.nextBoolean() ? Optional.of("" + random.nextInt(3)) : Optional.empty());
        }
        return edits;
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(3); depth >= 0; depth--) {
            path.append("ab".charAt(random.nextInt(2))).append(depth > 0 ? "/" : "");
        }
        return path.toString();
    }
}
