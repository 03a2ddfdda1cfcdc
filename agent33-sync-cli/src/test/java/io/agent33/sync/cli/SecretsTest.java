package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void theTokenIsHiddenWhereverItStands() {
        assertThat(Secrets.hidden("401 for hunter2, sent hunter2", Optional.of("hunter2")))
                .isEqualTo("401 for ***, sent ***");
    }

    @Test
    void theUserPartOfAnAddressIsHidden() {
        assertThat(Secrets.hidden(
                        "cannot read https://me:pass@example.org/a.git and ssh://git@example.org/b", Optional.empty()))
                .isEqualTo("cannot read https://***@example.org/a.git and ssh://***@example.org/b");
    }

    @Test
    void anAddressWithoutUserStays() {
        String text = "https://example.org/@scope/a.git is not at fault";

        assertThat(Secrets.hidden(text, Optional.empty())).isEqualTo(text);
    }
}
