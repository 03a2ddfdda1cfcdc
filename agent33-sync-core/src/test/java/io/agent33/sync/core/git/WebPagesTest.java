package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPagesTest {
    @Test
    void aPageIsNamedByReferenceAndPath() {
        assertThat(WebPages.by("https://git.example/a/b/blob/{ref}/{path}").page("v2.4.0", "core/a b/é#1.md"))
                .isEqualTo(URI.create("https://git.example/a/b/blob/v2.4.0/core/a%20b/%C3%A9%231.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://git.example/{ref}", "{ref}/{path}", "https://git example/{path}", ""})
    void aTemplateThatMakesNoAddressesIsRefused(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebPages.by(template));
    }
}
