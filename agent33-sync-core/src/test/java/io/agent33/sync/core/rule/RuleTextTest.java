package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.Strategy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {
    private static final String RULE = """
            # Ours.
            sync_rule:
              id: "docs"   # the name
              source: core/**
              target_repo: org/webapp
              target_path: docs/
              strategy: 'template'
              frequency: on_release # weekly, mostly
              filters: { include: ["**/*.md"] }
            """;

    private static RuleText read(String text) {
        return RuleText.of("rules/docs.yaml", text.getBytes(StandardCharsets.UTF_8), HostPlugins.none());
    }

    private static String text(RuleText rule) {
        return new String(rule.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aValueIsChangedAndNothingElse() {
        RuleText changed =
                read(RULE).with("frequency", "manual", "then: on_release").with("strategy", "copy", "");

        assertThat(text(changed))
                .isEqualTo(RULE.replace("'template'", "copy")
                        .replace("on_release # weekly, mostly", "manual # then: on_release"));
        assertThat(changed.rule().frequency()).isEqualTo(Frequency.MANUAL);
        assertThat(changed.rule().strategy()).isEqualTo(Strategy.COPY);
        assertThat(changed.comment("frequency")).contains("then: on_release");
        assertThat(changed.comment("strategy")).isEmpty();
    }

    @Test
    void aCommentIsReadBehindAnyValue() {
        assertThat(read(RULE).comment("id")).contains("the name");
        assertThat(read(RULE).comment("frequency")).contains("weekly, mostly");
        assertThat(read(RULE).comment("source")).isEmpty();
        assertThat(read(RULE).comment("branch")).isEmpty();
    }

    @Test
    void aKeyThatIsNotThereGetsALine() {
        assertThat(text(read(RULE).with("branch", "main", "")))
                .isEqualTo(RULE.replace("# the name\n", "# the name\n  branch: main\n"));
    }

    @Test
    void lineEndsStay() {
        String windows = RULE.replace("\n", "\r\n");

        assertThat(text(read(windows).with("frequency", "manual", "").with("branch", "main", "")))
                .isEqualTo(windows.replace("on_release # weekly, mostly", "manual")
                        .replace("# the name\r\n", "# the name\r\n  branch: main\r\n"));
    }

    @Test
    void otherScriptsBeforeAValueCountAsTheyStand() {
        String wide = RULE.replace("# Ours.", "# 𝔘nser.").replace("docs/\n", "文書/\n");

        assertThat(text(read(wide).with("target_path", "docs/", "𝔘"))).isEqualTo(wide.replace("文書/", "docs/ # 𝔘"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync_rule: {id: docs, source: core/**, target_repo: org/webapp, target_path: d/, frequency: on_release}\n",
                "sync_rule:\n  id: docs\n  source: core/**\n  target_repo: org/webapp\n  target_path: d/\n  frequency: >-\n    on_release\n"
            })
    void whatIsWrittenOtherwiseIsLeftToAPerson(String text) {
        RuleText rule = read(text);

        assertThatThrownBy(() -> rule.with("frequency", "manual", ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("change frequency by hand");
        assertThat(text(rule)).isEqualTo(text);
    }

    @Test
    void aValueThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read(RULE).with("frequency", "sometimes", ""))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> read(RULE).with("frequency", "manual\n  branch: x", ""))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void onlyAFileOfOneGoodRuleIsTaken() {
        assertThatThrownBy(() -> read(RULE + "---\n" + RULE.replace("docs", "others")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("file of its own");
        assertThatThrownBy(() -> read("sync_rule:\n  id: docs\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("source");
        assertThatThrownBy(() -> read("# nothing\n")).isInstanceOf(ConfigurationException.class);
    }
}
