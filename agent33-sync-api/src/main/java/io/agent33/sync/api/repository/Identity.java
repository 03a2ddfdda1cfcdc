package io.agent33.sync.api.repository;

import java.util.regex.Pattern;

/**
 * Who made a commit.
 *
 * @param name not blank; no line break, {@code <} or {@code >}
 * @param email the same; may be empty
 */
public record Identity(String name, String email) {
    private static final Pattern UNSAFE = Pattern.compile("[<>\\p{Cntrl}]");

    /** @throws IllegalArgumentException if git could not hold it */
    public Identity {
        if (name.isBlank()
                || UNSAFE.matcher(name).find()
                || UNSAFE.matcher(email).find()) {
            throw new IllegalArgumentException("git cannot hold this identity: \"" + name + " <" + email + ">\"");
        }
    }

    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
