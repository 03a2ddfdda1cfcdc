package io.agent33.sync.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a check remembers has a size, and the least recently asked goes first. */
class MemoTest {
    private final List<String> asked = new ArrayList<>();
    private final Memo<String, String> memo = new Memo<>(10, String::length);

    private void ask(String... keys) {
        for (String key : keys) {
            assertThat(memo.get(key, () -> {
                        asked.add(key);
                        return key;
                    }))
                    .isEqualTo(key);
        }
    }

    @Test
    void anAnswerIsAskedForOnce() {
        ask("one", "two", "one", "two");

        assertThat(asked).containsExactly("one", "two");
    }

    @Test
    void theLeastRecentlyAskedMakesRoom() {
        ask("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb");

        assertThat(asked).containsExactly("aaaa", "bbbb", "cccc", "bbbb");
    }

    @Test
    void whatAloneIsTooLargeDrivesNothingOut() {
        ask("aaaa", "a very large answer", "aaaa", "a very large answer");

        assertThat(asked).containsExactly("aaaa", "a very large answer", "a very large answer");
    }
}
