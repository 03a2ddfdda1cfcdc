package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * A git repository in memory, and the person who works in it. Object ids are git's; times are a counter of seconds from
 * {@link #BEGINNING}, so that the same calls always give the same ids. Thread-safe.
 */
public final class MemoryGit {
    /** The time of the first commit. */
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** Who makes commits here, unless told otherwise. */
    public static final Identity PERSON = new Identity("A Person", "person@example.com");

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    private final ObjectDatabase objects = new ObjectDatabase();
    private final SortedMap<String, ObjectId> refs = new TreeMap<>();
    private String head = HEADS + "main";
    private long clock;
    private @Nullable MemoryCommit unfinished;

    /** A repository without a commit, whose default branch is called {@code main}. */
    public MemoryGit() {}

    /** Starts a commit on the default branch. */
    public synchronized MemoryCommit commit(String message) {
        return commitOn(defaultBranch(), message);
    }

    /** Starts a commit on a branch. A branch that does not exist begins at the default branch's tip. */
    public synchronized MemoryCommit commitOn(String branch, String message) {
        List<ObjectId> parents =
                tip(branch).or(() -> tip(defaultBranch())).map(List::of).orElse(List.of());
        MemoryCommit commit = new MemoryCommit(this, branch, parents, message, nextTime());
        unfinished = commit;
        return commit;
    }

    /** Commits that are made from now on begin at this moment, in whole seconds; each is a second later than the one before. */
    public synchronized MemoryGit time(Instant now) {
        clock = now.getEpochSecond() - BEGINNING.getEpochSecond();
        return this;
    }

    /** Points a branch at a commit, whatever it pointed at before. */
    public synchronized MemoryGit branch(String name, ObjectId commit) {
        finish();
        objects.commit(commit);
        refs.put(HEADS + name, commit);
        return this;
    }

    /** Deletes a branch. @throws IllegalArgumentException if there is none */
    public synchronized MemoryGit deleteBranch(String name) {
        existing(name);
        refs.remove(HEADS + name);
        return this;
    }

    /** Makes a branch the default one; it need not exist yet. */
    public synchronized MemoryGit head(String branch) {
        finish();
        head = HEADS + branch;
        return this;
    }

    /** Renames a branch; the default branch stays the default branch. @throws IllegalArgumentException if there is none */
    public synchronized MemoryGit rename(String from, String to) {
        ObjectId tip = existing(from);
        refs.remove(HEADS + from);
        refs.put(HEADS + to, tip);
        head = head.equals(HEADS + from) ? HEADS + to : head;
        return this;
    }

    /** Points a lightweight tag at any object, whatever it pointed at before. */
    public synchronized MemoryGit tag(String name, ObjectId target) {
        finish();
        refs.put(TAGS + name, target);
        return this;
    }

    /** Deletes a tag. @throws IllegalArgumentException if there is none */
    public synchronized MemoryGit deleteTag(String name) {
        finish();
        if (refs.remove(TAGS + name) == null) {
            throw new IllegalArgumentException("no tag to delete: " + name);
        }
        return this;
    }

    /** Points an annotated tag at any object of this repository. @return the tag object's id */
    public synchronized ObjectId annotatedTag(String name, ObjectId target, String message) {
        finish();
        GitObject pointedAt =
                objects.find(target).orElseThrow(() -> new IllegalArgumentException("no object to tag: " + target));
        ObjectId tag = store(CommitText.tag(name, pointedAt, CommitText.signature(PERSON, nextTime()), message));
        refs.put(TAGS + name, tag);
        return tag;
    }

    /** The short name of the default branch, which need not exist. */
    public synchronized String defaultBranch() {
        finish();
        return head.substring(HEADS.length());
    }

    /** Where a branch points; empty if there is none. */
    public synchronized Optional<ObjectId> tip(String branch) {
        finish();
        return Optional.ofNullable(refs.get(HEADS + branch));
    }

    /** The short names of all branches, and where they point. */
    public SortedMap<String, ObjectId> branches() {
        return named(HEADS);
    }

    /** The names of all tags, and what they point at. */
    public SortedMap<String, ObjectId> tags() {
        return named(TAGS);
    }

    /** The commit that a tag leads to. @throws IllegalArgumentException if there is no such tag */
    public ObjectId tagged(String name) {
        return ref(TAGS + name)
                .flatMap(objects::peel)
                .orElseThrow(() -> new IllegalArgumentException("no tag of a commit is called " + name));
    }

    /** A commit. @throws io.agent33.sync.api.error.RepositoryException if there is none */
    public Commit read(ObjectId commit) {
        finish();
        return objects.commit(commit);
    }

    /** The files of a commit. @throws io.agent33.sync.api.error.RepositoryException if there is none */
    public FileTree tree(ObjectId commit) {
        return new MemoryTree(objects, read(commit).tree());
    }

    /** An object of any kind; empty if there is none. */
    public Optional<GitObject> object(ObjectId id) {
        finish();
        return objects.find(id);
    }

    /** Keeps an object, which no reference leads to yet. */
    public ObjectId store(GitObject object) {
        return objects.put(object);
    }

    /**
     * Copies an object, and everything that it names, from another repository. No reference leads to it yet.
     *
     * @param from gives the other repository's objects
     */
    public MemoryGit fetch(ObjectId wanted, Function<ObjectId, Optional<GitObject>> from) {
        FixtureOrder.of(from, List.of(wanted)).forEach(objects::put);
        return this;
    }

    /** All of it as data. */
    public synchronized RepositoryFixture fixture() {
        finish();
        return new RepositoryFixture(FixtureOrder.of(objects::find, refs.values()), refs, head);
    }

    /** Becomes what the fixture describes; objects that are here already stay. */
    public synchronized MemoryGit become(RepositoryFixture fixture) {
        finish();
        fixture.objects().forEach(objects::put);
        refs.clear();
        refs.putAll(fixture.refs());
        head = fixture.head();
        return this;
    }

    synchronized BranchUpdate update(String branch, Optional<ObjectId> expected, Optional<ObjectId> wanted) {
        Optional<ObjectId> actual = tip(branch);
        if (!actual.equals(expected)) {
            return new BranchUpdate.Stale(actual);
        }
        wanted.ifPresentOrElse(commit -> refs.put(HEADS + branch, commit), () -> refs.remove(HEADS + branch));
        return new BranchUpdate.Done(wanted.or(() -> expected).orElseThrow());
    }

    /** The object that a full reference name points at. */
    synchronized Optional<ObjectId> ref(String fullName) {
        finish();
        return Optional.ofNullable(refs.get(fullName));
    }

    ObjectId existing(String branch) {
        finish();
        return other(branch);
    }

    /** A branch's tip, without finishing the commit that is being made. */
    synchronized ObjectId other(String branch) {
        return Optional.ofNullable(refs.get(HEADS + branch))
                .orElseThrow(() -> new IllegalArgumentException("there is no branch " + branch));
    }

    Instant nextTime() {
        synchronized (this) {
            return BEGINNING.plusSeconds(clock++);
        }
    }

    ObjectDatabase objects() {
        return objects;
    }

    Optional<FileTree> treeOf(Collection<ObjectId> parents) {
        return parents.stream()
                .findFirst()
                .map(parent -> new MemoryTree(objects, objects.commit(parent).tree()));
    }

    synchronized void requireUnfinished(MemoryCommit commit) {
        if (unfinished != commit) {
            throw new IllegalStateException("this commit is finished: start another one");
        }
    }

    synchronized void finish() {
        MemoryCommit commit = unfinished;
        unfinished = null;
        if (commit != null) {
            refs.put(HEADS + commit.branch(), commit.write(objects));
        }
    }

    private synchronized SortedMap<String, ObjectId> named(String prefix) {
        finish();
        SortedMap<String, ObjectId> found = new TreeMap<>();
        for (String name : new ArrayList<>(refs.keySet())) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), refs.get(name));
            }
        }
        return found;
    }
}
