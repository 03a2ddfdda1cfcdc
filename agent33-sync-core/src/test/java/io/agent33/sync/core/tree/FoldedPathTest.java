package io.agent33.sync.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedPathTest {
    @Test
    void caseIsFolded() {
        assertThat(FoldedPath.of("Docs/README.md")).isEqualTo(FoldedPath.of("docs/Readme.MD"));
        assertThat(FoldedPath.of("ÄRGER.md")).isEqualTo(FoldedPath.of("ärger.md"));
        assertThat(FoldedPath.of("ΣΑΣ.md")).isEqualTo(FoldedPath.of("σας.md"));
    }

    @Test
    void composedAndDecomposedFormsAreOne() {
        assertThat(FoldedPath.of("caf\u00e9.md")).isEqualTo(FoldedPath.of("cafe\u0301.md"));
        assertThat(FoldedPath.of("CAF\u00c9.md")).isEqualTo(FoldedPath.of("cafe\u0301.md"));
    }

    @Test
    void differentNamesStayApart() {
        assertThat(FoldedPath.of("a.md")).isNotEqualTo(FoldedPath.of("b.md"));
        assertThat(FoldedPath.of("cafe.md")).isNotEqualTo(FoldedPath.of("caf\u00e9.md"));
    }

    /** Plain ones are folded by a short cut, which a letter with an accent in front keeps them from. */
    @Test
    void plainPathsAreFoldedAsAllOthersAre() {
        for (long seed = 0; seed < 2_000; seed++) {
            String path = new Random(seed)
                    .ints(12, 0, 0x80)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(FoldedPath.of("\u00e9/" + path)).as("seed %d", seed).isEqualTo("\u00e9/" + FoldedPath.of(path));
        }
    }
}
