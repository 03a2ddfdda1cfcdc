package io.agent33.sync.api.repository;

import java.util.regex.Pattern;

/**
 * The name that git gives to a blob, a tree or a commit.
 *
 * @param hex 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits
 */
public record ObjectId(String hex) implements Comparable<ObjectId> {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** @throws IllegalArgumentException if it is not an object id */
    public ObjectId {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("an object id has 40 or 64 hexadecimal digits, not \"" + hex + "\"");
        }
    }

    /** @throws IllegalArgumentException if it is not an object id */
    public static ObjectId of(String hex) {
        return new ObjectId(hex);
    }

    /** Its first 12 digits, for people. */
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    @Override
    public int compareTo(ObjectId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
