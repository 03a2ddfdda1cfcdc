package io.agent33.sync.api.repository;

/**
 * A name that was resolved to a commit.
 *
 * @param name the short name, without {@code refs/heads/} or {@code refs/tags/}; for a commit asked for by id, the id
 * @param commit where it pointed at that moment; an annotated tag is peeled
 */
public record Revision(String name, ObjectId commit) {}
