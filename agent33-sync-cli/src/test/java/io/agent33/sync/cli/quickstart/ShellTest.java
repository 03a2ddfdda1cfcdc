package io.agent33.sync.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    @ParameterizedTest
    @ValueSource(strings = {"/tmp/a", "/tmp/a b", "it's", "$HOME", "a;b", "`a`", "{repo}", "*", "~", "", "\\", "ü"})
    void theShellSeesTheWord(String word) {
        assertThat(Git.pasted("printf %s " + Shell.quoted(word))).isEqualTo(word);
    }

    @Test
    void plainWordsStayPlain() {
        assertThat(Shell.quoted("/tmp/agent33-sync-1/upstream.git")).isEqualTo("/tmp/agent33-sync-1/upstream.git");
    }
}
