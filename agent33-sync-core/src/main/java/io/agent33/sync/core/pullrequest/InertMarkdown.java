package io.agent33.sync.core.pullrequest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text from the upstream, made inert (S11): in a pull request it mentions nobody, closes and references no issue, and
 * is no Markdown, HTML or command.
 *
 * <p>Two measures, since a body is read in two ways:
 *
 * <ul>
 *   <li>As Markdown. In the body the text stands in a code span, in which GitHub makes no mention, reference, link,
 *       image or HTML (its mention filters skip {@code pre} and {@code code}). No line begins with it, so it is no
 *       command either.
 *   <li>As plain text. A squash merge copies title and body into a commit message, and a mail program quotes them; there
 *       a code span protects nothing. So a visible space parts whatever GitHub documents as a trigger: {@code @ user},
 *       {@code # 12}, {@code org/repo# 12}, {@code GH- 12}, {@code …/issues/ 12}, {@code [ skip ci]}. The closing words
 *       ({@code close}, {@code closes}, {@code closed}, {@code fix}, {@code fixes}, {@code fixed}, {@code resolve},
 *       {@code resolves}, {@code resolved}) act on such a reference only, so they can stay.
 * </ul>
 *
 * <p>Control, bidirectional and other invisible characters are dropped. Commit ids stay: a link to a commit notifies
 * nobody.
 */
public final class InertMarkdown {
    /** The longest text that is shown, in {@code char}s; more ends with an ellipsis. */
    static final int MAX_LENGTH = 400;

    /** @param mark a character without which there is none, and nothing to search for */
    private record Trigger(char mark, Pattern pattern, String parted) {
        static Trigger of(char mark, String regex, String parted) {
            return new Trigger(mark, Pattern.compile(regex), parted);
        }
    }

    private static final List<Trigger> TRIGGERS = List.of(
            Trigger.of('@', "@(?=[A-Za-z0-9_-])", "@ "),
            Trigger.of('#', "#(?=[0-9])", "# "),
            Trigger.of('-', "(?i)(?<![a-z0-9])gh-(?=[0-9])", "$0 "),
            Trigger.of('/', "(?i)/(?:issues?|pulls?|discussions?|merge_requests)/(?=[0-9])", "$0 "),
            Trigger.of('[', "(?i)\\[(?=skip[ -][a-z]+\\]|[a-z]+[ -]skip\\]|no[ -]ci\\])", "[ "));

    /** What renders as itself wherever it stands within a line of Markdown. */
    private static final Pattern PLAIN_WORD =
            Pattern.compile("(?!(?i:www\\.))(?:[A-Za-z0-9+.-]|(?<=[A-Za-z0-9])_+(?=[A-Za-z0-9]))+");

    private InertMarkdown() {}

    /** The text as a code span, for the body; empty if nothing of it shows. Must not begin a line. */
    public static String code(String text) {
        String content = line(text);
        if (content.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRunOfBackticks(content) + 1);
        String pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
        return fence + pad + content + pad + fence;
    }

    /** The text as one line of plain text, for the title, which is no Markdown. */
    public static String line(String text) {
        String parted = VisibleText.of(text, MAX_LENGTH);
        for (Trigger trigger : TRIGGERS) {
            if (parted.indexOf(trigger.mark()) >= 0) {
                parted = trigger.pattern().matcher(parted).replaceAll(trigger.parted());
            }
        }
        return parted;
    }

    /** The text unchanged if it can do nothing anyway, as names and versions can; else as {@link #code}. */
    public static String word(String text) {
        return PLAIN_WORD.matcher(text).matches() && line(text).equals(text) ? text : code(text);
    }

    /** What opens and closes a block of code with this content. */
    static String fence(String content) {
        return "`".repeat(Math.max(3, longestRunOfBackticks(content) + 1));
    }

    private static int longestRunOfBackticks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
