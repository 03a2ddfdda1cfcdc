package io.agent33.sync.it.references;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Path mentions by words: what stands between blanks and quotation marks is looked at from its left to its right. */
final class PlainMentions {
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}\"'`|;\u201C\u201D\u2018\u2019]+");
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_./+@-]+");
    private static final Pattern LEFT = Pattern.compile(
            "(?:^|[\\s\\p{Z}\"'`(\\[{<,;:|=!>]|[^\\x00-\\x7F&&[^\\p{So}\\p{Sk}\\p{Cf}\\p{Cn}\\p{Co}]])[*_~]{0,3}$");
    private static final Pattern RIGHT = Pattern.compile(
            "^(?:$|[\\s\\p{Z})\\]}>,;:!|#\"'`]|</|<br|\\[\\^|[?](?=[\\s\\p{Z}\"'`|;)\\]}]|$)|[*~]{1,3}(?=[\\s\\p{Z}\"'`|;)\\]},.:!]|$)"
                    + "|[^\\x00-\\x7F&&[^\\p{So}\\p{Sk}\\p{Cf}\\p{Cn}\\p{Co}]])");
    private static final Pattern ESCAPE = Pattern.compile("^\\\\[nrt\"']");
    private static final String SPOILS = "*?{[<($%\\&^~@";

    /** Takes what is found. */
    @FunctionalInterface
    interface Taker {
        void take(int at, String destination);
    }

    private final String text;
    private final boolean code;
    private final Taker taker;

    private PlainMentions(String text, boolean code, Taker taker) {
        this.text = text;
        this.code = code;
        this.taker = taker;
    }

    /** @param code whether it is code, where emphasis is none and escapes are */
    static void in(String text, int start, int end, boolean code, Taker taker) {
        PlainMentions mentions = new PlainMentions(text, code, taker);
        Matcher word = WORD.matcher(text).region(start, end);
        while (word.find()) {
            mentions.word(word.start(), word.end());
        }
    }

    private void word(int start, int end) {
        Matcher run = RUN.matcher(text).region(start, end);
        while (run.find()) {
            if (run.group().startsWith("//")) {
                return;
            }
            boolean path = run.group().indexOf('/') >= 0;
            if (path
                    && !mention(run.start(), run.end(), end)
                    && run.end() < end
                    && SPOILS.indexOf(text.charAt(run.end())) >= 0) {
                return;
            }
        }
    }

    private boolean mention(int start, int end, int limit) {
        boolean imported = text.charAt(start) == '@';
        String path = text.substring(imported ? start + 1 : start, end);
        int at = imported ? start + 1 : start;
        if (!code && path.startsWith("_") && path.endsWith("_")) {
            String bare = path.replaceAll("^_+|_+$", "");
            at += path.indexOf(bare);
            path = bare;
        }
        path = path.replaceFirst("(?<=[^./])[.]$", "");
        boolean fits = path.matches("(?U).*\\p{L}.*")
                && path.indexOf('/') >= 0
                && !path.contains("//")
                && !path.startsWith("www.")
                && !path.matches(".*(?:^|/)(?:[.]{3}[^/]*|[^/]*[.]{3})(?:/.*|$)")
                && !(imported && path.lastIndexOf('.') <= path.lastIndexOf('/') + 1);
        if (!fits || !free(start, end, path.startsWith("/"))) {
            return false;
        }
        Matcher fragment = Pattern.compile("#[\\p{L}\\p{Nd}_-]+").matcher(text).region(end, limit);
        boolean whole = at + path.length() == end;
        taker.take(at, whole && fragment.lookingAt() ? path + fragment.group() : path);
        return true;
    }

    private boolean free(int start, int end, boolean root) {
        String before = text.substring(Math.max(0, start - 4), start);
        String behind = text.substring(end, Math.min(text.length(), end + 5));
        boolean marks = before.matches("(?s).*[*_~]");
        boolean folder = text.charAt(end - 1) == '/';
        boolean paired = marks(before, "[*~]+$") == marks(behind, "^[*~]+");
        if (folder && behind.matches("(?s)(?:[?]|\\[\\^|[*~]).*") && !paired) {
            return false;
        }
        boolean left = root
                ? !before.matches("(?s).*[:<>*_~]") && LEFT.matcher(before).find()
                : LEFT.matcher(before).find();
        boolean right =
                RIGHT.matcher(behind).find() || (code && ESCAPE.matcher(behind).find());
        return left && right && !(code && (marks || behind.matches("(?s)[*~].*")));
    }

    private static int marks(String text, String where) {
        Matcher marks = Pattern.compile(where).matcher(text);
        return marks.find() ? marks.end() - marks.start() : 0;
    }
}
