package io.agent33.sync.it.references;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading and the id that GitHub gives it.
 *
 * @param line from 1
 */
public record PlainHeading(int line, String id) {
    private static final Pattern HEADING =
            Pattern.compile("^\uFEFF? {0,3}(?:[-*+>] +)*#{1,6}(?:[ \\t]+(.*?))??(?:[ \\t]+#+)?[ \\t]*$");
    private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(?:=+|-+)[ \\t]*$");
    private static final Pattern NO_PARAGRAPH =
            Pattern.compile("^\\s*(?:|[|>#].*|[-*+] .*|\\d+[.)] .*|(?:-{3,}|\\*{3,}))$");

    static List<PlainHeading> in(String prose) {
        List<PlainHeading> headings = new ArrayList<>();
        Map<String, Integer> given = new HashMap<>();
        String[] lines = prose.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher heading = HEADING.matcher(lines[i]);
            if (heading.matches()) {
                headings.add(new PlainHeading(i + 1, id(heading.group(1) == null ? "" : heading.group(1), given)));
            } else if (i > 0
                    && UNDERLINE.matcher(lines[i]).matches()
                    && !NO_PARAGRAPH.matcher(lines[i - 1]).matches()) {
                headings.add(new PlainHeading(i, id(lines[i - 1].strip(), given)));
            }
        }
        return headings;
    }

    private static String id(String markup, Map<String, Integer> given) {
        String seen = markup.replaceAll("!\\[[^\\]]*\\]\\([^)]*\\)", "")
                .replaceAll("\\[([^\\]]*)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])", "$1")
                .replaceAll("</?[A-Za-z][^>]*>", "")
                .replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1")
                .replaceAll("(?<![\\p{L}\\p{N}_])(_{1,2})(?=\\S)([^_]+)(?<=\\S)\\1(?![\\p{L}\\p{N}_])", "$2");
        String plain = seen.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc} -]", "")
                .replace(' ', '-');
        Integer before = given.get(plain);
        String id = plain;
        int count = before == null ? 0 : before;
        while (given.containsKey(id)) {
            id = plain + "-" + ++count;
        }
        given.put(plain, count);
        given.putIfAbsent(id, 0);
        return id;
    }
}
