package io.agent33.sync.core.transform;

import io.agent33.sync.core.markdown.FrontMatter;
import io.agent33.sync.core.text.CommentStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines at the head of a text, as far as a stamp needs to know them.
 *
 * @param frontMatter where a key can be put into front matter: before its closing line; empty if there is none that holds keys
 * @param comment where a comment can stand: the first place after what must come first
 * @param end where the head ends
 */
record Head(Optional<Integer> frontMatter, int comment, int end) {
    private static final Pattern DIRECTIVE =
            Pattern.compile("#.*coding[:=].*|#\\s*(?:syntax|escape|check)\\s*=.*", Pattern.CASE_INSENSITIVE);

    /** @param name of the file: what YAML has between lines of hyphens is one of its documents, and no front matter */
    static Head of(String name, String text) {
        String ending = CommentStyle.ending(name);
        Optional<FrontMatter> found =
                ending.equals("yaml") || ending.equals("yml") ? Optional.empty() : FrontMatter.of(text);
        Optional<Integer> closing =
                found.filter(FrontMatter::keys).map(matter -> matter.content().end());
        int comment = found.filter(matter -> isMapping(text, matter))
                .map(matter -> matter.range().end())
                .orElseGet(() -> afterPrologue(text));
        return new Head(closing, comment, closing.orElseGet(() -> lines(text, comment, 20)));
    }

    /** Front matter in braces takes no key, and it must come first all the same. */
    private static boolean isMapping(String text, FrontMatter matter) {
        return matter.content().of(text).stripLeading().startsWith("{");
    }

    /** After what some readers want to find at the very beginning: {@code #!}, an encoding, a declaration. */
    private static int afterPrologue(String text) {
        int at = behindToml(text);
        while (at < text.length()) {
            String line = lineAt(text, at).toLowerCase(Locale.ROOT);
            if (line.startsWith("<?xml") || line.startsWith("<!doctype")) {
                int close = text.indexOf('>', at);
                at = close < 0 ? text.length() : next(text, close);
            } else if (comesFirst(line, at)) {
                at = next(text, at);
            } else {
                break;
            }
        }
        return at;
    }

    /** Front matter in TOML, as Hugo has it, between lines of three plus signs. */
    private static int behindToml(String text) {
        int closing = text.startsWith("+++") && lineAt(text, 0).equals("+++") ? text.indexOf("\n+++", 3) : -1;
        return closing < 0 ? 0 : next(text, closing + 1);
    }

    private static boolean comesFirst(String line, int at) {
        return (at == 0 && (line.startsWith("#!") || line.startsWith("@charset")))
                || DIRECTIVE.matcher(line).matches();
    }

    private static int lines(String text, int from, int count) {
        int at = from;
        for (int i = 0; i < count && at < text.length(); i++) {
            at = next(text, at);
        }
        return at;
    }

    /** The line that begins at a place, without its end. */
    static String lineAt(String text, int start) {
        return text.substring(start, end(text, start));
    }

    /** Where the line after the one at a place begins. */
    static int next(String text, int at) {
        int end = end(text, at);
        return Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
    }

    private static int end(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
