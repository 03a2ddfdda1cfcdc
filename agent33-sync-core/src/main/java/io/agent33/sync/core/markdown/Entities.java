package io.agent33.sync.core.markdown;

import java.util.HashMap;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Entities as commonmark-java decodes them, asked for one by one; for one thread. */
final class Entities {
    private static final Parser PARSER = Parser.builder().build();
    private static final int LONGEST = 34;

    private final Map<String, String> known = new HashMap<>();

    /** How long the entity at an ampersand is; 0 if there is none. */
    int length(CharSequence text, int at, int end) {
        int last = Math.min(end, at + LONGEST);
        int i = at + 1;
        while (i < last && (isAsciiLetterOrDigit(text.charAt(i)) || (text.charAt(i) == '#' && i == at + 1))) {
            i++;
        }
        if (i >= last || text.charAt(i) != ';' || i == at + 1) {
            return 0;
        }
        String entity = text.subSequence(at, i + 1).toString();
        return decode(entity).equals(entity) ? 0 : entity.length();
    }

    /** What an entity stands for; itself if it is none. */
    String decode(String entity) {
        return switch (entity) {
            case "&amp;" -> "&";
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            default -> known.computeIfAbsent(entity, Entities::parsed);
        };
    }

    private static String parsed(String entity) {
        Node paragraph = PARSER.parse("." + entity).getFirstChild();
        StringBuilder text = new StringBuilder();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text part) {
                text.append(part.getLiteral());
            }
        }
        return text.length() < 2 ? entity : text.substring(1);
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
