package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IgnoreLinesTest {
    @Test
    void allThatIsInAFolderCanBeTakenBack() {
        IgnoreRules rules = IgnoreRules.parse("a/**\n!a/keep\n");

        assertThat(rules.ignores("a/b")).isTrue();
        assertThat(rules.ignores("a/b/c")).isTrue();
        assertThat(rules.ignores("a/keep")).isFalse();
        assertThat(rules.ignores("a")).isFalse();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(IgnoreRules.parse("\uFEFF/a\n").ignores("a")).isTrue();
    }
}
