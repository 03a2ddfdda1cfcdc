package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code merge(x; x, z) = z}, {@code merge(x; y, x) = y} and {@code merge(x; y, y) = y}, byte for byte, whatever the bytes. */
class IdentitiesTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\0",
            "\u00C3",
            "\u00A9",
            "\u00FF",
            "<<<<<<<",
            "key: 1",
            "\u00EF\u00BB\u00BF");

    @Test
    void holdForAnyBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] x = bytes(random);
            byte[] y = bytes(random);

            assertThat(clean(x, x, y)).as("case %s", i).isEqualTo(y);
            assertThat(clean(x, y, x)).as("case %s", i).isEqualTo(y);
            assertThat(clean(x, y, y)).as("case %s", i).isEqualTo(y);
        }
    }

    private static byte[] clean(byte[] base, byte[] local, byte[] upstream) {
        MergeStrategy refuses = sides -> {
            throw new AssertionError("nothing is to be merged");
        };
        Merged merged = Merging.merge(RepoPath.of("a"), base, local, upstream, Triple.LABELS, refuses);
        return ((Merged.Clean) merged).content();
    }

    private static byte[] bytes(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
