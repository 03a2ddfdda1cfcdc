package io.agent33.sync.api.repository;

import java.util.regex.Pattern;

/**
 * A repository's name, {@code owner/name}, as rules write it in {@code target_repo}. Forges ignore its case; see
 * {@link #sameAs}.
 *
 * @param value for example {@code org/webapp}
 */
public record RepositoryId(String value) implements Comparable<RepositoryId> {
    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** @throws IllegalArgumentException if it is not of the form {@code owner/name} */
    public RepositoryId {
        String[] parts = value.split("/", -1);
        if (parts.length != 2
                || !SEGMENT.matcher(parts[0]).matches()
                || !SEGMENT.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException(
                    "a repository is named owner/name, in letters, digits, '.', '_' and '-', not \"" + value + "\"");
        }
    }

    /** @throws IllegalArgumentException if it is not of the form {@code owner/name} */
    public static RepositoryId of(String value) {
        return new RepositoryId(value);
    }

    /** The part before the slash. */
    public String owner() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The part after the slash. */
    public String name() {
        return value.substring(value.indexOf('/') + 1);
    }

    /** Whether a forge takes both for one repository. */
    public boolean sameAs(RepositoryId other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public int compareTo(RepositoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
