package io.agent33.sync.api.error;

import java.util.Optional;

/**
 * One thing that is wrong, said so that a person can mend it. Objections are collected and reported together (S3); they
 * are never thrown one by one.
 *
 * @param code a stable kebab-case name of the kind of problem, for programs ({@code unknown-key}, {@code drift})
 * @param subject what it is about: a key's path, a file, a rule, a repository
 * @param where the place in a text file, if there is one
 * @param expected what would have been right; may be empty
 * @param found what was there instead; may be empty
 * @param remedy what to do about it; may be empty
 */
public record Objection(
        String code, String subject, Optional<Location> where, String expected, String found, String remedy) {

    /** An objection without a place in a text file. */
    public static Objection of(String code, String subject, String expected, String found, String remedy) {
        return new Objection(code, subject, Optional.empty(), expected, found, remedy);
    }

    /** The same objection at a place. */
    public Objection at(Location location) {
        return new Objection(code, subject, Optional.of(location), expected, found, remedy);
    }

    /** All of it on one line, the empty parts left out. */
    public String message() {
        StringBuilder text = new StringBuilder();
        where.ifPresent(place -> text.append(place).append(": "));
        text.append(subject).append(": ");
        if (!expected.isEmpty()) {
            text.append("expected ").append(expected);
        }
        if (!found.isEmpty()) {
            text.append(expected.isEmpty() ? "" : ", ").append("found ").append(found);
        }
        if (!remedy.isEmpty()) {
            text.append("; ").append(remedy);
        }
        return text.append(" [").append(code).append(']').toString();
    }

    @Override
    public String toString() {
        return message();
    }
}
