package io.agent33.sync.core.glob;

import java.util.List;

/** What a glob is made of before its braces are spread out. */
sealed interface Part permits Symbol, Part.Choice {
    /** Where in the pattern it begins, in {@code char}s. */
    int index();

    /** A pair of braces: one of the branches. */
    record Choice(int index, List<List<Part>> branches) implements Part {
        public Choice {
            branches = List.copyOf(branches);
        }
    }
}
