package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.ObjectId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A whole git repository as data: what a contract test asks for, and what any form of repository can take in by storing
 * the objects as they are, pointing the references, and setting {@code HEAD}.
 *
 * <p>Trees may hold names that are unsafe to write to a file system, so store them as objects; never check them out.
 *
 * @param objects every object that a reference leads to, in an order in which each comes after those that it names
 *     (submodules' commits are not among them)
 * @param refs full names ({@code refs/heads/main}, {@code refs/tags/v1.0.0}) and what each points at: a commit, an
 *     annotated tag, or another object
 * @param head the full name of the branch that {@code HEAD} points at; it need not exist
 */
public record RepositoryFixture(List<GitObject> objects, SortedMap<String, ObjectId> refs, String head) {
    /** Copies its lists. */
    public RepositoryFixture {
        objects = List.copyOf(objects);
        refs = Collections.unmodifiableSortedMap(new TreeMap<>(refs));
    }

    /** What a fresh repository is after some commits. */
    public static RepositoryFixture of(Consumer<MemoryGit> history) {
        MemoryGit git = new MemoryGit();
        history.accept(git);
        return git.fixture();
    }
}
