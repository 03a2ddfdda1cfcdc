package io.agent33.sync.it.references;

import io.agent33.sync.it.references.PlainReference.Kind;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds all references of one file. */
public final class PlainReader {
    private static final String DESTINATION = "(<[^<>\\n]*>|[^\\s<()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)";
    private static final String TITLE = "(?:\\s+(?:\"[^\"]*\"|'[^']*'|\\([^()]*\\)))?";
    private static final String BRACKETS = "\\[((?:[^\\[\\]\\\\]|\\\\.|!?\\[[^\\[\\]]*\\](?:\\([^()\\s]*\\))?)*+)\\]";
    private static final Pattern SPAN = Pattern.compile("(?<![`\\\\])(`+)(?!`)(.+?)(?<!`)\\1(?!`)", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile("(?<!\\\\)" + BRACKETS + "\\(\\s*" + DESTINATION + TITLE + "\\s*\\)");
    private static final Pattern LABELLED =
            Pattern.compile("(?<![\\\\\\]])" + BRACKETS + "(?:\\[([^\\[\\]]*)\\])?(?![(:])");
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^ {0,3}\\[([^\\[\\]^][^\\[\\]]*)\\]:\\s*(<[^<>\\n]*>|\\S+)" + TITLE + "[ \\t\\r]*$");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)((?:\\s[^<>]*)?)/?>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)\\s(href|src|id|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'=<>`]+))");
    private static final Pattern AUTOLINK = Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*)>");
    private static final Pattern BARE =
            Pattern.compile("(?i)(?<![^\\s*_~(\\[\"'])(?:https?://|www\\.)[\\p{L}\\p{N}][^\\s<`]*");

    private final PlainText file;
    private final char[] left;
    private final int[] lines;
    private final List<PlainReference> found = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<String> anchors = new HashSet<>();

    private PlainReader(PlainText file) {
        this.file = file;
        this.left = file.prose().toCharArray();
        this.lines = PlainText.lines(file.text()).stream()
                .mapToInt(PlainText.Stretch::start)
                .toArray();
    }

    /** What stands in a file of that name, in the order of the places. */
    public static List<PlainReference> references(String name, String text) {
        if (!isMarkdown(name)) {
            PlainReader reader = new PlainReader(new PlainText(text, "", List.of(), List.of()));
            reader.mentions(0, text.length(), false);
            return reader.inOrder();
        }
        PlainReader reader = new PlainReader(PlainText.of(text));
        reader.read();
        return reader.inOrder();
    }

    /** What fragments a Markdown file can be entered by. */
    public static Set<String> anchors(String text) {
        PlainReader reader = new PlainReader(PlainText.of(text));
        reader.read();
        reader.file.headings().forEach(heading -> reader.anchors.add(heading.id()));
        return reader.anchors;
    }

    public static List<PlainHeading> headings(String text) {
        return PlainText.of(text).headings();
    }

    static boolean isMarkdown(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:md|markdown|mdc)");
    }

    private void read() {
        file.verbatim().forEach(each -> mentions(each.start(), each.end(), true));
        List<PlainText.Stretch> paragraphs = file.paragraphs();
        paragraphs.forEach(this::definitions);
        paragraphs.forEach(this::paragraph);
    }

    private void definitions(PlainText.Stretch paragraph) {
        Matcher definition = DEFINITION.matcher(file.prose()).region(paragraph.start(), paragraph.end());
        while (definition.find()) {
            labels.add(label(definition.group(1)));
            add(definition.start() + definition.group().indexOf('['), Kind.DEFINITION, definition.group(2));
            blank(definition.start(), definition.end());
        }
    }

    private void paragraph(PlainText.Stretch paragraph) {
        for (Matcher span = in(SPAN, paragraph); span.find(); ) {
            mentions(span.start(2), span.end(2), true);
            blank(span.start(), span.end());
        }
        for (Matcher link = in(AUTOLINK, paragraph); link.find(); ) {
            add(link.start(), Kind.ADDRESS, link.group(1));
            blank(link.start(), link.end());
        }
        for (Matcher tag = in(TAG, paragraph); tag.find(); ) {
            tag(tag);
            blank(tag.start(), tag.end());
        }
        links(paragraph);
        for (Matcher url = in(BARE, paragraph); url.find(); ) {
            String address = url.group().replaceFirst("[?!.,:*_~'\")\\]]+$", "");
            add(url.start(), Kind.ADDRESS, address);
            blank(url.start(), url.start() + address.length());
        }
        prose(paragraph);
    }

    /** Images in the text of links first, then links. */
    private void links(PlainText.Stretch paragraph) {
        for (int round = 0; round < 2; round++) {
            for (Matcher link = in(INLINE, paragraph); link.find(); ) {
                boolean image = link.start() > 0 && left[link.start() - 1] == '!';
                boolean inner = link.group(1).contains("](");
                if (inner && round == 0) {
                    link.region(link.start(1), paragraph.end());
                    continue;
                }
                String destination = file.text().substring(link.start(2), link.end(2));
                add(image ? link.start() - 1 : link.start(), Kind.LINK, destination);
                blank(link.start(), link.start(1));
                blank(link.end(1), link.end());
            }
        }
        for (Matcher link = in(LABELLED, paragraph); link.find(); ) {
            String label = link.group(2) == null || link.group(2).isEmpty() ? link.group(1) : link.group(2);
            if (labels.contains(label(label))) {
                boolean image = link.start() > 0 && left[link.start() - 1] == '!';
                add(image ? link.start() - 1 : link.start(), Kind.LINK, "[" + label(label) + "]");
                blank(link.start(), link.start(1));
                blank(link.end(1), link.end());
            }
        }
    }

    private void tag(Matcher tag) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        Matcher attribute = ATTRIBUTE.matcher(tag.group());
        while (attribute.find()) {
            String value = attribute
                    .group()
                    .replaceFirst("(?s)^\\s*\\w+\\s*=\\s*[\"']?", "")
                    .replaceFirst("[\"']$", "");
            switch (name + " " + attribute.group(1).toLowerCase(Locale.ROOT)) {
                case "a href", "img src" -> add(tag.start(), Kind.LINK, value);
                case "a name" -> anchors.add(value);
                default -> {
                    if (attribute.group(1).equalsIgnoreCase("id")) {
                        anchors.add(value);
                    }
                }
            }
        }
    }

    /** What is left: the text between what was found. */
    private void prose(PlainText.Stretch paragraph) {
        int start = paragraph.start();
        for (int i = start; i <= paragraph.end(); i++) {
            if (i == paragraph.end() || left[i] == 0) {
                mentions(start, i, false);
                start = i + 1;
            }
        }
    }

    private Matcher in(Pattern pattern, PlainText.Stretch paragraph) {
        return pattern.matcher(CharBuffer.wrap(left))
                .region(paragraph.start(), paragraph.end())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            left[i] = 0;
        }
    }

    private void mentions(int start, int end, boolean code) {
        PlainMentions.in(file.text(), start, end, code, (at, path) -> add(at, Kind.MENTION, path));
    }

    private void add(int at, Kind kind, String destination) {
        int line = Arrays.binarySearch(lines, at);
        line = line < 0 ? -line - 2 : line;
        String bare = destination.startsWith("<") ? destination.substring(1, destination.length() - 1) : destination;
        found.add(new PlainReference(line + 1, at - lines[line] + 1, kind, bare));
    }

    private List<PlainReference> inOrder() {
        found.sort(Comparator.comparingInt(PlainReference::line).thenComparingInt(PlainReference::column));
        return found;
    }

    private static String label(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
