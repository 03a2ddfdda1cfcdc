package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The proof of a structured merge refuses what is none. */
class TreeMergeTest {
    private static final Map<String, ?> BASE = Map.of("a", "1", "b", Map.of("c", "1", "d", "1"));
    private static final Map<String, ?> LOCAL = Map.of("a", "2", "b", Map.of("c", "2", "d", "1"));
    private static final Map<String, ?> UPSTREAM = Map.of("a", "1", "b", Map.of("c", "1", "d", "2"), "e", "1");

    @Test
    void everyChangeHasToBeThere() {
        assertThat(isMerge(Map.of("a", "2", "b", Map.of("c", "2", "d", "2"), "e", "1")))
                .isTrue();
        assertThat(isMerge(Map.of("a", "1", "b", Map.of("c", "2", "d", "2"), "e", "1")))
                .isFalse();
        assertThat(isMerge(Map.of("a", "2", "b", Map.of("c", "2", "d", "1"), "e", "1")))
                .isFalse();
        assertThat(isMerge(Map.of("a", "2", "b", Map.of("c", "2", "d", "2")))).isFalse();
        assertThat(isMerge(Map.of("a", "2", "b", "2", "e", "1"))).isFalse();
    }

    @Test
    void nothingElseMayBeThere() {
        assertThat(isMerge(Map.of("a", "2", "b", Map.of("c", "2", "d", "2"), "e", "1", "f", "1")))
                .isFalse();
    }

    private static boolean isMerge(Map<String, ?> result) {
        return TreeMerge.isMergeOf(BASE, LOCAL, UPSTREAM, result);
    }
}
