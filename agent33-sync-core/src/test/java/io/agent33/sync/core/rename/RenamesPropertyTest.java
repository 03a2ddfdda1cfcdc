package io.agent33.sync.core.rename;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any two sets of files. */
class RenamesPropertyTest {
    private static final int WORLDS = 400;

    @Test
    void eachPathIsUsedOnceAndTheOrderOfTheMapsMeansNothing() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            List<Map.Entry<String, String>> gone = files(random, "a");
            List<Map.Entry<String, String>> added = files(random, "b");

            Map<String, String> renames = move(gone, added).renames();
            Collections.shuffle(gone, random);
            Collections.shuffle(added, random);

            assertThat(move(gone, added).renames()).as("seed %d", seed).containsExactlyEntriesOf(renames);
            assertThat(renames.values()).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(List.copyOf(renames.keySet()))
                    .as("seed %d", seed)
                    .isSubsetOf(paths(gone))
                    .isSorted();
            assertThat(renames.values()).as("seed %d", seed).isSubsetOf(paths(added));
        }
    }

    @Test
    void allEqualContentsAreFound() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            List<Map.Entry<String, String>> gone = files(random, "a");
            List<Map.Entry<String, String>> added = files(random, "b");
            Map<String, String> renames = move(gone, added).renames();

            for (String content :
                    gone.stream().map(Map.Entry::getValue).distinct().toList()) {
                long equal = renames.entrySet().stream()
                        .filter(it -> contentOf(gone, it.getKey()).equals(content))
                        .filter(it -> contentOf(added, it.getValue()).equals(content))
                        .count();
                assertThat(equal)
                        .as("seed %d", seed)
                        .isEqualTo(Math.min(copies(gone, content), copies(added, content)));
            }
        }
    }

    private static Move move(List<Map.Entry<String, String>> gone, List<Map.Entry<String, String>> added) {
        Move move = new Move();
        gone.forEach(file -> move.gone(file.getKey(), file.getValue()));
        added.forEach(file -> move.added(file.getKey(), file.getValue()));
        return move;
    }

    private static List<Map.Entry<String, String>> files(Random random, String root) {
        List<Map.Entry<String, String>> files = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String path = root + "/" + random.nextInt(3) + "/" + random.nextInt(3) + "/" + i % 7 + "-" + i;
            int start = random.nextInt(3) * 4;
            files.add(Map.entry(path, Move.lines("text " + random.nextInt(3), start, start + 4 + random.nextInt(3))));
        }
        return files;
    }

    private static List<String> paths(List<Map.Entry<String, String>> files) {
        return files.stream().map(Map.Entry::getKey).toList();
    }

    private static String contentOf(List<Map.Entry<String, String>> files, String path) {
        return files.stream()
                .filter(it -> it.getKey().equals(path))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static long copies(List<Map.Entry<String, String>> files, String content) {
        return files.stream().filter(it -> it.getValue().equals(content)).count();
    }
}
