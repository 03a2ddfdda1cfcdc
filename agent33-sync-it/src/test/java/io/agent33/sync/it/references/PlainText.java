package io.agent33.sync.it.references;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file, its code fences and comments blanked out: {@code prose} is as long as the text, so that places are the same in both.
 *
 * @param verbatim the blanked stretches
 * @param headings line by line of the prose
 */
record PlainText(String text, String prose, List<Stretch> verbatim, List<PlainHeading> headings) {
    private static final Pattern FENCE =
            Pattern.compile("^[ \\t>]*(?:(?:[-*+]|\\d+[.)])[ \\t]+)?(`{3,}(?=[^`]*$)|~{3,}).*$");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern INDENTED = Pattern.compile("^(?: {4}|\\t).*\\S.*$");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s.*$");

    /** From here to there. */
    record Stretch(int start, int end) {}

    static PlainText of(String text) {
        StringBuilder prose = new StringBuilder(text);
        List<Stretch> verbatim = new ArrayList<>();
        lines(text, prose, verbatim);
        Matcher comment = COMMENT.matcher(prose.toString());
        while (comment.find()) {
            blank(new Stretch(comment.start(), comment.end()), prose, verbatim);
        }
        return new PlainText(text, prose.toString(), verbatim, PlainHeading.in(prose.toString()));
    }

    /** Front matter, fences and indented code. */
    private static void lines(String text, StringBuilder prose, List<Stretch> verbatim) {
        String end = "";
        boolean item = false;
        boolean blank = true;
        boolean indented = false;
        for (Stretch line : lines(text)) {
            String each = text.substring(line.start(), line.end());
            if (!end.isEmpty()) {
                blank(line, prose, verbatim);
                end = closes(each, end) ? "" : end;
                continue;
            }
            Matcher fence = FENCE.matcher(each);
            if (line.start() == 0 && each.strip().equals("---") && text.contains("\n---")) {
                end = "---";
                blank(line, prose, verbatim);
            } else if (fence.matches()) {
                end = fence.group(1);
                blank(line, prose, verbatim);
            }
            item = ITEM.matcher(each).matches() || (item && (each.isBlank() || each.startsWith(" ")));
            indented = !item && (blank || indented) && INDENTED.matcher(each).matches();
            if (indented) {
                blank(line, prose, verbatim);
            }
            blank = each.isBlank();
        }
    }

    private static boolean closes(String line, String fence) {
        String bare = line.replace(">", "").strip();
        return bare.length() >= fence.length() && bare.chars().allMatch(c -> c == fence.charAt(0));
    }

    private static void blank(Stretch stretch, StringBuilder prose, List<Stretch> verbatim) {
        verbatim.add(stretch);
        for (int i = stretch.start(); i < stretch.end(); i++) {
            if (prose.charAt(i) != '\n') {
                prose.setCharAt(i, ' ');
            }
        }
    }

    /** Each line without its end. */
    static List<Stretch> lines(String text) {
        List<Stretch> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            boolean carriage = end > start && text.charAt(end - 1) == '\r';
            lines.add(new Stretch(start, carriage ? end - 1 : end));
            start = end + 1;
        }
        return lines;
    }

    /** Stretches of prose that no construct of a line reaches across: paragraphs, items, rows, headings. */
    List<Stretch> paragraphs() {
        Pattern begins = Pattern.compile("^\\s*(?:#{1,6}\\s|[-*+]\\s|\\d+[.)]\\s|\\||>).*$");
        List<Stretch> paragraphs = new ArrayList<>();
        int start = 0;
        int end = 0;
        boolean alone = false;
        for (Stretch line : lines(prose)) {
            String each = prose.substring(line.start(), line.end());
            boolean fresh = begins.matcher(each).matches();
            if ((each.isBlank() || fresh || alone) && end > start) {
                paragraphs.add(new Stretch(start, end));
                start = line.start();
            }
            start = end > start ? start : line.start();
            alone = each.strip().startsWith("#") || each.strip().startsWith("|");
            end = each.isBlank() ? start : line.end();
        }
        if (end > start) {
            paragraphs.add(new Stretch(start, end));
        }
        return paragraphs;
    }
}
