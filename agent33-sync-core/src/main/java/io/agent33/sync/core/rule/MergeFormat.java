package io.agent33.sync.core.rule;

import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The items of {@code merge}. */
final class MergeFormat {
    /** What every engine has; names that the host registered join them. */
    static final List<String> STRATEGIES = List.of("lines", "ours", "theirs", "union", "structured");

    private static final Shape<Map<String, String>> CHOICE = new Shape<Map<String, String>>()
            .required(
                    "paths",
                    "a glob over target paths",
                    (texts, field) -> field.text().ifPresent(text -> texts.put("paths", text)))
            .required(
                    "strategy",
                    "a merge strategy",
                    (texts, field) -> field.text().ifPresent(text -> texts.put("strategy", text)));

    private MergeFormat() {}

    static void read(SyncRuleBuilder rule, Field field) {
        field.items("paths and strategy").forEach(item -> {
            Map<String, String> texts = new HashMap<>();
            CHOICE.read(texts, item);
            rule.addMerge(new MergeChoice(
                    texts.getOrDefault("paths", "**"), texts.getOrDefault("strategy", STRATEGIES.get(0))));
        });
    }
}
