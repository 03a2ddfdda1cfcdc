package io.agent33.sync.core.publish;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.core.text.QuotedText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a forge would know of a pull request beside its body, as YAML. Strings are always quoted, so that nothing is
 * taken for a number or a truth value, and a key at the beginning of a line is always a key.
 *
 * @param text all of the file
 */
record Metadata(String text) {
    private static final Pattern STATE = Pattern.compile("(?m)^state:[ \\t]*[\"']?([a-z]+)[\"']?[ \\t]*\\r?$");

    static Metadata open(PullRequestDraft draft) {
        PullRequestText says = draft.text();
        StringBuilder text = new StringBuilder();
        line(text, "repository", draft.repository().value());
        line(text, "rule", draft.ruleId());
        line(text, "release", draft.release().label());
        text.append("# open, superseded or withdrawn; set it to \"closed\" and this release is not published again\n");
        line(text, "state", "open");
        line(text, "title", says.title());
        tip(text, "base", draft.base());
        tip(text, "head", draft.head());
        list(text, "labels", says.labels());
        list(text, "reviewers", says.reviewers());
        text.append("draft: ").append(says.draft()).append('\n');
        says.autoMerge()
                .ifPresent(method -> line(text, "auto_merge", method.name().toLowerCase(Locale.ROOT)));
        return new Metadata(text.toString());
    }

    boolean isOpen() {
        return stateIs("open");
    }

    boolean isClosed() {
        return stateIs("closed");
    }

    boolean isOf(String headBranch) {
        return text.contains("\nhead:\n  branch: " + QuotedText.of(headBranch) + "\n");
    }

    Metadata withdrawn() {
        return new Metadata(STATE.matcher(text).replaceFirst("state: \"withdrawn\""));
    }

    private boolean stateIs(String state) {
        Matcher matcher = STATE.matcher(text);
        return matcher.find() && matcher.group(1).equals(state);
    }

    Metadata supersededBy(Release release) {
        StringBuilder lines = new StringBuilder();
        line(lines, "state", "superseded");
        line(lines, "superseded_by", release.label());
        lines.setLength(lines.length() - 1);
        return new Metadata(STATE.matcher(text).replaceFirst(Matcher.quoteReplacement(lines.toString())));
    }

    private static void tip(StringBuilder text, String key, BranchTip tip) {
        text.append(key).append(":\n");
        line(text, "  branch", tip.branch());
        line(text, "  commit", tip.commit().hex());
    }

    static void list(StringBuilder text, String key, List<String> values) {
        text.append(key).append(values.isEmpty() ? ": []\n" : ":\n");
        values.forEach(value -> text.append("  - ").append(QuotedText.of(value)).append('\n'));
    }

    static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(QuotedText.of(value)).append('\n');
    }
}
