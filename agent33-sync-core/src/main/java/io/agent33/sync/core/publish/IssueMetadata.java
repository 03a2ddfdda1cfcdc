package io.agent33.sync.core.publish;

import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.core.text.QuotedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a forge would know of an issue beside its body, as YAML like {@link Metadata}. People may write into it.
 *
 * @param text all of the file
 */
record IssueMetadata(String text) {
    private static final Pattern STATE = line("state", "[a-z]+");

    static IssueMetadata open(IssueDraft draft, int number) {
        StringBuilder text = new StringBuilder();
        Metadata.line(text, "repository", draft.repository().value());
        text.append("number: ").append(number).append('\n');
        Metadata.line(text, "key", draft.key());
        text.append("# open or closed\n");
        Metadata.line(text, "state", "open");
        Metadata.line(text, "title", draft.title());
        Metadata.list(text, "labels", draft.labels());
        return new IssueMetadata(text.toString());
    }

    boolean isOf(String key) {
        return line("key", Pattern.quote(key)).matcher(text).find();
    }

    /** What says nothing of its state is open: it is read by people in any case. */
    boolean isOpen() {
        Matcher state = STATE.matcher(text);
        return !state.find() || !state.group(1).equals("closed");
    }

    IssueMetadata closed(String reason) {
        String lines = "state: \"closed\"\nclosed_because: " + QuotedText.of(reason);
        Matcher state = STATE.matcher(text);
        return new IssueMetadata(
                state.find() ? state.replaceFirst(Matcher.quoteReplacement(lines)) : text + lines + "\n");
    }

    private static Pattern line(String key, String value) {
        return Pattern.compile("(?m)^" + key + ":[ \\t]*[\"']?(" + value + ")[\"']?[ \\t]*\\r?$");
    }
}
