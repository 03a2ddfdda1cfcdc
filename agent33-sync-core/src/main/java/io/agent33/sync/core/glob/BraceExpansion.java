package io.agent33.sync.core.glob;

import java.util.ArrayList;
import java.util.List;

/**
 * Spreads braces out into all the globs without braces that they stand for. What {@code **} means depends on its
 * neighbours, and those may come from a branch; so choices are made before anything else is looked at.
 *
 * <p>The number of choices grows exponentially with the pattern, so both their number and their size are bounded, and
 * the bound is checked before anything is built.
 */
final class BraceExpansion {
    static final int MAX_ALTERNATIVES = 1_024;

    /** Of all alternatives together. */
    static final int MAX_SYMBOLS = 65_536;

    /** The one alternative without symbols: joining it to others changes nothing. */
    private static final List<List<Symbol>> NOTHING = List.of(List.of());

    private final String pattern;

    BraceExpansion(String pattern) {
        this.pattern = pattern;
    }

    /** All alternatives in the order in which they are written; at least one. */
    List<List<Symbol>> expand(List<Part> parts) {
        List<List<Symbol>> expanded = NOTHING;
        List<Symbol> run = new ArrayList<>();
        int lastChoice = 0;
        for (Part part : parts) {
            if (part instanceof Symbol symbol) {
                run.add(symbol);
            } else if (part instanceof Part.Choice choice) {
                lastChoice = choice.index();
                expanded = product(expanded, List.of(run), lastChoice);
                expanded = product(expanded, branches(choice), lastChoice);
                run = new ArrayList<>();
            }
        }
        return product(expanded, List.of(run), lastChoice);
    }

    private List<List<Symbol>> branches(Part.Choice choice) {
        List<List<Symbol>> all = new ArrayList<>();
        for (List<Part> branch : choice.branches()) {
            all.addAll(expand(branch));
            requireBounded(all.size(), symbolsIn(all), choice.index());
        }
        return all;
    }

    private List<List<Symbol>> product(List<List<Symbol>> heads, List<List<Symbol>> tails, int index) {
        if (tails.equals(NOTHING)) {
            return heads;
        }
        requireBounded(
                (long) heads.size() * tails.size(),
                symbolsIn(heads) * tails.size() + symbolsIn(tails) * heads.size(),
                index);
        List<List<Symbol>> all = new ArrayList<>();
        for (List<Symbol> head : heads) {
            for (List<Symbol> tail : tails) {
                List<Symbol> joined = new ArrayList<>(head.size() + tail.size());
                joined.addAll(head);
                joined.addAll(tail);
                all.add(joined);
            }
        }
        return all;
    }

    private void requireBounded(long alternatives, long symbols, int index) {
        if (alternatives > MAX_ALTERNATIVES || symbols > MAX_SYMBOLS) {
            throw new GlobSyntaxException(
                    pattern,
                    index,
                    "the braces spread out into more than " + MAX_ALTERNATIVES + " alternatives or " + MAX_SYMBOLS
                            + " characters",
                    "use fewer braces, a '*', or several globs");
        }
    }

    private static long symbolsIn(List<List<Symbol>> alternatives) {
        return alternatives.stream().mapToLong(List::size).sum();
    }
}
