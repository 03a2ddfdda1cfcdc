package io.agent33.sync.core.validate;

import io.agent33.sync.core.link.LinkedText;
import io.agent33.sync.core.text.CommentStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a fragment leads to, by what GitHub does with the file that it belongs to (S6). */
final class Fragments {
    private static final Pattern LINES = Pattern.compile("L\\d{1,9}(?:C\\d{1,9})?(?:-L\\d{1,9}(?:C\\d{1,9})?)?");
    private static final String PREFIX = "user-content-";
    /** What GitHub renders, and what is rendered elsewhere, with ids that we do not know. */
    private static final Set<String> OTHER_MARKUP = Set.of(
            "rst",
            "adoc",
            "asciidoc",
            "asc",
            "org",
            "textile",
            "rdoc",
            "creole",
            "mediawiki",
            "wiki",
            "pod",
            "html",
            "htm",
            "ipynb",
            "svg",
            "xml");

    private Fragments() {}

    /** Whether it leads to the top of every page. */
    static boolean isTop(String fragment) {
        return fragment.isEmpty() || fragment.equalsIgnoreCase("top");
    }

    /** Whether it leads to what every folder's page has. */
    static boolean isOfFolders(String fragment) {
        return fragment.equalsIgnoreCase("readme") || fragment.equals("files");
    }

    /** Whether nobody but its renderer knows what anchors such a file has. */
    static boolean isUnknown(String path) {
        return OTHER_MARKUP.contains(CommentStyle.ending(path));
    }

    /** Whether a file that is shown line by line has it. */
    static boolean isLine(String path, Optional<String> query, String fragment) {
        boolean asText = !LinkedText.isMarkdown(path)
                || query.filter(it -> ("&" + it + "&").contains("&plain=1&")).isPresent();
        return asText && LINES.matcher(fragment).matches();
    }

    /** Whether a fragment names one of the anchors. GitHub itself puts a prefix before ids, and takes it away in links. */
    static boolean isIn(Set<String> anchors, String fragment) {
        return anchors.contains(fragment)
                || (fragment.startsWith(PREFIX) && anchors.contains(fragment.substring(PREFIX.length())));
    }

    /** Whether GitHub finds it all the same, since it looks again in lower case. */
    static boolean isInLowerCase(Set<String> anchors, String fragment) {
        return isIn(anchors, fragment.toLowerCase(Locale.ROOT));
    }
}
