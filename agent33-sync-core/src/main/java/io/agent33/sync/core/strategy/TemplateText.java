package io.agent33.sync.core.strategy;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tags of a template, so that all that is wrong with it is told at once and with its line; Mustache itself takes an
 * unclosed tag for text. Expressions of other tools, <code>${{ … }}</code>, are no tags.
 */
final class TemplateText {
    private static final String FOREIGN = "${{";

    private final String text;
    private final List<TemplateTag> tags = new ArrayList<>();
    private final List<Integer> foreign = new ArrayList<>();
    private String open;
    private String close;
    private int line = 1;
    private int counted;

    private TemplateText(String text, String delimiters) {
        this.text = text;
        this.open = delimiters.substring(0, delimiters.indexOf(' '));
        this.close = delimiters.substring(delimiters.indexOf(' ') + 1);
    }

    /** @param delimiters two, with a space between */
    static TemplateText of(String text, String delimiters) {
        TemplateText template = new TemplateText(text, delimiters);
        template.scan();
        return template;
    }

    /** In their order. */
    List<TemplateTag> tags() {
        return tags;
    }

    /** The text with the two braces of each foreign expression replaced by two of a sign that is nowhere else. */
    String shielded(char sign) {
        StringBuilder shielded = new StringBuilder(text);
        foreign.forEach(at -> {
            shielded.setCharAt(at + 1, sign);
            shielded.setCharAt(at + 2, sign);
        });
        return shielded.toString();
    }

    private void scan() {
        int at = text.indexOf(open);
        while (at >= 0) {
            // First, since a tag can change the delimiters.
            int next = isForeign(at) ? afterForeign(at) : afterTag(at);
            at = text.indexOf(open, next);
        }
    }

    private boolean isForeign(int at) {
        return open.equals("{{") && at > 0 && text.startsWith(FOREIGN, at - 1);
    }

    private int afterForeign(int at) {
        foreign.add(at - 1);
        int end = text.indexOf("}}", at);
        int lineEnd = text.indexOf('\n', at);
        boolean closed = end >= 0 && (lineEnd < 0 || end < lineEnd);
        return closed ? end + 2 : at + 2;
    }

    private int afterTag(int at) {
        int start = at + open.length();
        String ending = ending(start);
        int end = text.indexOf(ending, start);
        String content = end < 0 ? "" : text.substring(start, end);
        boolean comment = content.startsWith("!");
        if (end < 0 || (!comment && (content.indexOf('\n') >= 0 || content.contains(open)))) {
            tags.add(new TemplateTag(TemplateTag.Kind.UNCLOSED, "", line(at)));
            return start;
        }
        TemplateTag tag = TemplateTag.of(content + (content.startsWith("=") ? "=" : ""), line(at));
        tags.add(tag);
        if (tag.kind() == TemplateTag.Kind.DELIMITERS) {
            change(tag.name().strip());
        }
        return end + ending.length();
    }

    private String ending(int start) {
        if (text.startsWith("=", start)) {
            return "=" + close;
        }
        return text.startsWith("{", start) && open.equals("{{") ? "}" + close : close;
    }

    private void change(String delimiters) {
        String[] both = delimiters.split("\\s+", -1);
        if (both.length == 2 && !both[0].isEmpty() && !both[1].isEmpty()) {
            open = both[0];
            close = both[1];
        }
    }

    private int line(int at) {
        for (; counted < at; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }
}
