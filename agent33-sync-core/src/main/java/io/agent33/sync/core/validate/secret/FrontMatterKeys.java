package io.agent33.sync.core.validate.secret;

import io.agent33.sync.core.markdown.FrontMatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a text's front matter that stand at its left edge, with what follows them: a value, or a list. */
final class FrontMatterKeys {
    private static final Pattern KEY = Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s#\"'-][^:]*?)\\s*:(\\s.*)?");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");

    interface Taker {
        /**
         * @param key in lower case, without quotation marks
         * @param value the same; empty if there is none, or it is a mapping
         * @param start of its line, or of the list's item
         * @param end of its line, exclusive
         */
        void take(String key, String value, int start, int end);
    }

    private final String text;
    private final int end;
    private final Taker taker;
    /** Of the list whose items may follow; empty if there is none. */
    private String listed = "";

    private FrontMatterKeys(String text, FrontMatter matter, Taker taker) {
        this.text = text;
        this.end = matter.content().end();
        this.taker = taker;
    }

    static void each(String text, Taker taker) {
        Optional<FrontMatter> matter = FrontMatter.of(text);
        matter.ifPresent(found ->
                new FrontMatterKeys(text, found, taker).read(found.content().start()));
    }

    private void read(int content) {
        for (int start = content; start < end; ) {
            int feed = text.indexOf('\n', start);
            int next = feed < 0 || feed >= end ? end : feed + 1;
            String line = text.substring(start, next).stripTrailing();
            line(line, start, start + line.length());
            start = next;
        }
    }

    private void line(String line, int start, int end) {
        Matcher item = ITEM.matcher(line);
        Matcher key = KEY.matcher(line);
        if (item.matches()) {
            values(item.group(1)).stream()
                    .filter(value -> !listed.isEmpty())
                    .forEach(value -> taker.take(listed, value, start + line.indexOf('-'), end));
        } else if (key.matches()) {
            String name = plain(key.group(1));
            List<String> values = values(Optional.ofNullable(key.group(2)).orElse(""));
            values.forEach(value -> taker.take(name, value, start, end));
            listed = values.equals(List.of("")) ? name : "";
        } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
            listed = "";
        }
    }

    /** Those of a list in brackets, or the one. */
    private static List<String> values(String written) {
        int comment = written.indexOf(" #");
        String value = (comment < 0 ? written : written.substring(0, comment)).strip();
        if (!value.startsWith("[") || !value.endsWith("]")) {
            return List.of(plain(value));
        }
        List<String> values = new ArrayList<>();
        Arrays.stream(value.substring(1, value.length() - 1).split(",", -1))
                .map(FrontMatterKeys::plain)
                .forEach(values::add);
        return values;
    }

    private static String plain(String written) {
        String value = written.strip().toLowerCase(Locale.ROOT);
        boolean quoted = value.length() > 1
                && "\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1).strip() : value;
    }
}
