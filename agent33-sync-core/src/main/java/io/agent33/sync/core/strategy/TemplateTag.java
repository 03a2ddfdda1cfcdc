package io.agent33.sync.core.strategy;

/**
 * A tag of a template.
 *
 * @param kind what it does
 * @param name between the delimiters, stripped
 * @param line on which it begins, from 1
 */
record TemplateTag(Kind kind, String name, int line) {
    enum Kind {
        VARIABLE,
        SECTION,
        END,
        PARTIAL,
        COMMENT,
        DELIMITERS,
        /** It has no closing delimiter, or not on the line of its opening one. */
        UNCLOSED
    }

    static TemplateTag of(String content, int line) {
        char first = content.isEmpty() ? ' ' : content.charAt(0);
        return switch (first) {
            case '#', '^' -> new TemplateTag(Kind.SECTION, rest(content), line);
            case '/' -> new TemplateTag(Kind.END, rest(content), line);
            case '>' -> new TemplateTag(Kind.PARTIAL, rest(content), line);
            case '!' -> new TemplateTag(Kind.COMMENT, "", line);
            case '=' -> new TemplateTag(Kind.DELIMITERS, content.substring(1, Math.max(1, content.length() - 1)), line);
            case '&', '{' -> new TemplateTag(Kind.VARIABLE, rest(content), line);
            default -> new TemplateTag(Kind.VARIABLE, content.strip(), line);
        };
    }

    private static String rest(String content) {
        return content.substring(1).strip();
    }
}
