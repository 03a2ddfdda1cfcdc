package io.agent33.sync.core.markdown;

/** The characters of names, and those that are neither in a name nor beside it. */
final class NameCharacters {
    private NameCharacters() {}

    /** Symbols beyond ASCII, such as emoji, may be part of a name. */
    static boolean isEmblem(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    static boolean isOfName(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '-' && c <= '9')
                    || c == '_'
                    || c == '+'
                    || c == '@';
        }
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
