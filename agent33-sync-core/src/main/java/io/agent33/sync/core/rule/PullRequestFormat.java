package io.agent33.sync.core.rule;

import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import java.util.ArrayList;
import java.util.List;

/** The mapping {@code pull_request}. */
final class PullRequestFormat {
    private static final Shape<Draft> OPTIONS = new Shape<Draft>()
            .optional(
                    "auto_merge",
                    "true or false",
                    (draft, field) -> field.flag().ifPresent(value -> draft.autoMerge = value))
            .optional(
                    "merge_method",
                    "",
                    (draft, field) -> field.oneOf(MergeMethod.class).ifPresent(value -> draft.mergeMethod = value))
            .optional("labels", "labels", (draft, field) -> draft.labels.addAll(texts(field, "a label")))
            .optional("reviewers", "reviewers", (draft, field) -> draft.reviewers.addAll(texts(field, "a reviewer")))
            .optional("draft", "true or false", (draft, field) -> field.flag().ifPresent(value -> draft.draft = value));

    private PullRequestFormat() {}

    /** What is read so far. */
    private static final class Draft {
        private boolean autoMerge;
        private MergeMethod mergeMethod = PullRequestOptions.defaults().mergeMethod();
        private final List<String> labels = new ArrayList<>();
        private final List<String> reviewers = new ArrayList<>();
        private boolean draft;
    }

    static void read(SyncRuleBuilder rule, Field field) {
        Draft draft = new Draft();
        OPTIONS.read(draft, field);
        rule.pullRequest(
                new PullRequestOptions(draft.autoMerge, draft.mergeMethod, draft.labels, draft.reviewers, draft.draft));
    }

    private static List<String> texts(Field field, String what) {
        return field.items(what).stream()
                .map(item -> item.text().orElse("stand-in"))
                .toList();
    }
}
