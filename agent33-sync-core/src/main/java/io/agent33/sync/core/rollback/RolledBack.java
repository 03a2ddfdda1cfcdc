package io.agent33.sync.core.rollback;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The releases of a rule that were taken back (S12), as its state folder remembers them.
 *
 * @param releases their labels
 */
public record RolledBack(NavigableSet<String> releases) {
    /** What a release's or a commit's label can be (S10); it becomes part of a branch's name. */
    private static final Pattern LABEL = Pattern.compile("v[0-9A-Za-z](?:[0-9A-Za-z+-]|\\.(?!\\.)){0,200}(?<!\\.)");

    public RolledBack {
        releases = Collections.unmodifiableNavigableSet(new TreeSet<>(releases));
    }

    /** No release. */
    public static RolledBack none() {
        return new RolledBack(new TreeSet<>());
    }

    /** Whether a text can be a release's label at all. */
    public static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    /** These too. */
    public RolledBack with(Collection<String> labels) {
        TreeSet<String> more = new TreeSet<>(releases);
        more.addAll(labels);
        return new RolledBack(more);
    }

    /** All but this. */
    public RolledBack without(String label) {
        TreeSet<String> fewer = new TreeSet<>(releases);
        fewer.remove(label);
        return new RolledBack(fewer);
    }
}
