package io.agent33.sync.core.markdown;

import java.util.List;

/** The path mentions of a text that is no Markdown: YAML, JSON, plain text. The package describes what a mention is. */
public final class PathMentions {
    private PathMentions() {}

    /** All mentions in their order, each of the form {@link Form#TEXT}; no input makes it fail, and its time is linear. */
    public static List<Reference> in(String text) {
        Findings findings = new Findings(text);
        findings.mentions(0, text.length(), Form.TEXT);
        return findings.references();
    }
}
