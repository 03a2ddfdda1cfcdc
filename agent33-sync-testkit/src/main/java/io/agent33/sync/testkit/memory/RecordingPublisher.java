package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Keeps pull requests in memory, one for each rule and downstream, as a forge would show them. Their locations are no
 * addresses: {@code memory:org/webapp#core-docs}. Thread-safe.
 */
public final class RecordingPublisher implements PullRequestPublisher {
    private record Key(RepositoryId repository, String ruleId) {}

    private final Map<Key, PullRequestDraft> open = new LinkedHashMap<>();
    private final List<PullRequestDraft> written = new ArrayList<>();
    private int requests;

    @Override
    public synchronized Publication publish(PullRequestDraft draft) {
        requests++;
        Key key = new Key(draft.repository(), draft.ruleId());
        PullRequestDraft before = open.put(key, draft);
        String location = "memory:" + draft.repository() + "#" + draft.ruleId();
        if (before != null && saysTheSame(before, draft)) {
            return new Publication.Unchanged(location);
        }
        written.add(draft);
        return before == null ? new Publication.Opened(location) : new Publication.Updated(location);
    }

    /** The base branch may have moved on in between: a pull request does not tell where it was. */
    private static boolean saysTheSame(PullRequestDraft before, PullRequestDraft now) {
        return before.text().equals(now.text())
                && before.release().equals(now.release())
                && before.head().equals(now.head())
                && before.base().branch().equals(now.base().branch());
    }

    /** The pull requests that are open, in the order in which they were opened first. */
    public synchronized List<PullRequestDraft> open() {
        return List.copyOf(open.values());
    }

    /** What a rule's pull request says. @throws NoSuchElementException if none is open */
    public synchronized PullRequestText text(String repository, String ruleId) {
        PullRequestDraft draft = open.get(new Key(RepositoryId.of(repository), ruleId));
        if (draft == null) {
            throw new NoSuchElementException(
                    "no pull request of " + ruleId + " in " + repository + "; open are " + open.keySet());
        }
        return draft.text();
    }

    /** Takes a rule's pull request as merged or closed by a person: it is not open any more. */
    public synchronized void close(String repository, String ruleId) {
        open.remove(new Key(RepositoryId.of(repository), ruleId));
    }

    /** Every draft that was opened or changed something, in order. */
    public synchronized List<PullRequestDraft> written() {
        return List.copyOf(written);
    }

    /** How often it was called, also when there was nothing to write. */
    public synchronized int requests() {
        return requests;
    }
}
