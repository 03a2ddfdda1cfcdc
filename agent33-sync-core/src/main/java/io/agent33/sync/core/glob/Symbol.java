package io.agent33.sync.core.glob;

import java.util.function.IntPredicate;

/** One step of a glob without braces. */
sealed interface Symbol extends Part {
    /** The border between two segments. */
    record Slash(int index) implements Symbol {}

    /** A single asterisk; a segment made of two or more is a double star. */
    record Star(int index) implements Symbol {}

    /** A symbol that stands for exactly one character. */
    sealed interface Single extends Symbol {
        IntPredicate accepts();
    }

    /** A character that stands for itself. */
    record Literal(int index, int codePoint) implements Single {
        @Override
        public IntPredicate accepts() {
            return candidate -> candidate == codePoint;
        }
    }

    /** A question mark. */
    record AnyCharacter(int index) implements Single {
        @Override
        public IntPredicate accepts() {
            return candidate -> true;
        }
    }

    /** A pair of brackets. */
    record Bracket(int index, CharacterSet set) implements Single {
        @Override
        public IntPredicate accepts() {
            return set::contains;
        }
    }
}
