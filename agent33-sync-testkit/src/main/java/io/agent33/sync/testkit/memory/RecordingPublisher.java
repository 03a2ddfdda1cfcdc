package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pull requests in memory, one for each rule and downstream, as a forge would show them. {@link #close}, {@link #merge}
 * and {@link #edit} are what people do there. Locations are no addresses: {@code memory:org/webapp#core-docs}. Thread-safe.
 */
public final class RecordingPublisher implements PullRequestPublisher {
    private record Key(RepositoryId repository, String ruleId) {}

    private record Closed(Key key, String release) {}

    private final Map<Key, PullRequestDraft> open = new LinkedHashMap<>();
    private final Set<Closed> closed = new HashSet<>();
    private final List<PullRequestDraft> written = new ArrayList<>();
    private int requests;
    private int opened;

    @Override
    public synchronized Publication publish(PullRequestDraft draft) {
        requests++;
        Key key = new Key(draft.repository(), draft.ruleId());
        Optional<Publication.Declined> declined = declines(draft.repository(), draft.ruleId(), draft.release());
        if (declined.isPresent()) {
            return declined.get();
        }
        PullRequestDraft before = open.put(key, draft);
        String location = "memory:" + draft.repository() + "#" + draft.ruleId();
        if (before != null && saysTheSame(before, draft)) {
            return new Publication.Unchanged(location);
        }
        written.add(draft);
        if (before == null) {
            opened++;
            return new Publication.Opened(location);
        }
        return new Publication.Updated(location);
    }

    /** The base branch may have moved on in between: a pull request does not tell where it was. */
    private static boolean saysTheSame(PullRequestDraft before, PullRequestDraft now) {
        return before.text().equals(now.text())
                && before.release().equals(now.release())
                && before.head().equals(now.head())
                && before.base().branch().equals(now.base().branch());
    }

    @Override
    public synchronized Optional<Publication.Declined> declines(
            RepositoryId repository, String ruleId, Release release) {
        return closed.contains(new Closed(new Key(repository, ruleId), release.label()))
                ? Optional.of(
                        new Publication.Declined("a person closed the pull request of " + ruleId + " for " + release))
                : Optional.empty();
    }

    /** The pull requests that are open, in the order in which they were opened first. */
    public synchronized List<PullRequestDraft> open() {
        return List.copyOf(open.values());
    }

    /** What a rule's pull request says. @throws NoSuchElementException if none is open */
    public synchronized PullRequestText text(String repository, String ruleId) {
        return existing(repository, ruleId).text();
    }

    private PullRequestDraft existing(String repository, String ruleId) {
        PullRequestDraft draft = open.get(new Key(RepositoryId.of(repository), ruleId));
        if (draft == null) {
            throw new NoSuchElementException(
                    "no pull request of " + ruleId + " in " + repository + "; open are " + open.keySet());
        }
        return draft;
    }

    /**
     * A person closes a rule's pull request without merging it: it is not opened again for that release (S11).
     *
     * @throws NoSuchElementException if none is open
     */
    public synchronized void close(String repository, String ruleId) {
        PullRequestDraft draft = existing(repository, ruleId);
        Key key = new Key(draft.repository(), ruleId);
        open.remove(key);
        closed.add(new Closed(key, draft.release().label()));
    }

    /**
     * A person merges a rule's pull request here; the branches are merged with {@link MemoryDownstream#merge}. It is not
     * open any more.
     *
     * @throws NoSuchElementException if none is open
     */
    public synchronized void merge(String repository, String ruleId) {
        PullRequestDraft draft = existing(repository, ruleId);
        open.remove(new Key(draft.repository(), ruleId));
    }

    /**
     * A person replaces the body of a rule's pull request.
     *
     * @throws NoSuchElementException if none is open
     */
    public synchronized void edit(String repository, String ruleId, String body) {
        PullRequestDraft draft = existing(repository, ruleId);
        PullRequestText text = draft.text();
        open.put(
                new Key(draft.repository(), ruleId),
                new PullRequestDraft(
                        draft.repository(),
                        ruleId,
                        draft.release(),
                        draft.base(),
                        draft.head(),
                        new PullRequestText(text.title(), body, text.labels(), text.reviewers(), text.draft())));
    }

    /** Every draft that was opened or changed something, in order. */
    public synchronized List<PullRequestDraft> written() {
        return List.copyOf(written);
    }

    /** How many pull requests were opened, in all. */
    public synchronized int opened() {
        return opened;
    }

    /** How often it was asked to publish, also when there was nothing to write. */
    public synchronized int requests() {
        return requests;
    }
}
