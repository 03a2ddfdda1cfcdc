package io.agent33.sync.api.repository;

import javax.annotation.Nullable;

/**
 * The name that git gives to a blob, a tree or a commit.
 *
 * @param hex 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits
 */
public record ObjectId(String hex) implements Comparable<ObjectId> {
    private static final ObjectId NONE = new ObjectId("0".repeat(40));

    /** @throws IllegalArgumentException if it is not an object id */
    public ObjectId {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("an object id has 40 or 64 hexadecimal digits, not \"" + hex + "\"");
        }
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return text.length() == 40 || text.length() == 64;
    }

    /** @throws IllegalArgumentException if it is not an object id */
    public static ObjectId of(String hex) {
        return new ObjectId(hex);
    }

    /** Git's own name for no object: nothing but zeros, as many as an id has. */
    public static ObjectId none() {
        return NONE;
    }

    /** Whether it names nothing. */
    public boolean isNone() {
        return hex.chars().allMatch(c -> c == '0');
    }

    /** Its first 12 digits, for people. */
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    // Written out, like hashCode: what Java makes of a record is slow until it is warm, and a short run never gets
    // there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectId id && hex.equals(id.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
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
