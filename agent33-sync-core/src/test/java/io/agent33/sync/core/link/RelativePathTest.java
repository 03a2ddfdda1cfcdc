package io.agent33.sync.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativePathTest {
    @ParameterizedTest
    @CsvSource({
        "docs/a, docs/a/x.md, x.md",
        "docs/a, docs/b/x.md, ../b/x.md",
        "docs/a, x.md, ../../x.md",
        "'', docs/x.md, docs/x.md",
        "docs/a, docs/a, .",
        "docs/a/b, docs, ../..",
        "docs/a, '', ../..",
        "docs/ab, docs/a/x.md, ../a/x.md"
    })
    void theShortestWayLeadsThere(String folder, String path, String way) {
        assertThat(RelativePath.between(folder, path)).isEqualTo(way);
    }

    @Test
    void everyWayLeadsBack() {
        Random random = new Random(33);
        for (int i = 0; i < 2000; i++) {
            String folder = path(random);
            String path = path(random);

            assertThat(RelativePath.resolve(folder, RelativePath.between(folder, path)))
                    .as("%s to %s", folder, path)
                    .contains(path);
        }
    }

    @Test
    void theFolderOfWhatLiesAtTheRootIsTheRoot() {
        assertThat(RelativePath.folderOf("README.md")).isEmpty();
        assertThat(RelativePath.folderOf("a/b/c.md")).isEqualTo("a/b");
    }

    private static String path(Random random) {
        return Stream.generate(() -> String.valueOf("abc".charAt(random.nextInt(3))))
                .limit(random.nextInt(5))
                .collect(Collectors.joining("/"));
    }
}
