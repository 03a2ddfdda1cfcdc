package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Keeps issues in memory, numbered in each repository from 1, as a forge would show them. {@link #closeByHand} and {@link #edit}
 * are what people do there. Locations are no addresses: {@code memory:org/AGENT-33#1}. Thread-safe.
 */
public final class RecordingIssueTracker implements IssueTracker {
    /**
     * An issue that it keeps.
     *
     * @param number in its repository
     * @param says what it says now
     * @param isOpen whether it is open
     * @param reason why the engine closed it; empty if it did not
     */
    public record Kept(int number, IssueDraft says, boolean isOpen, Optional<String> reason) {
        private Issue issue() {
            RepositoryId repository = says.repository();
            return new Issue(repository.name() + "#" + number, "memory:" + repository + "#" + number, isOpen);
        }

        private boolean isOf(RepositoryId repository, String key) {
            return says.repository().equals(repository) && says.key().equals(key);
        }
    }

    private final List<Kept> issues = new ArrayList<>();
    private int writes;

    @Override
    public synchronized Tracking track(IssueDraft draft) {
        Optional<Kept> open = latest(draft.repository(), draft.key()).filter(Kept::isOpen);
        if (open.isPresent() && open.get().says().equals(draft)) {
            return new Tracking.Unchanged(open.get().issue());
        }
        writes++;
        int number = open.map(Kept::number).orElseGet(() -> nextNumber(draft.repository()));
        Kept now = new Kept(number, draft, true, Optional.empty());
        if (open.isPresent()) {
            issues.set(issues.indexOf(open.get()), now);
            return new Tracking.Updated(now.issue());
        }
        issues.add(now);
        return new Tracking.Opened(now.issue());
    }

    private int nextNumber(RepositoryId repository) {
        return 1
                + (int) issues.stream()
                        .filter(kept -> kept.says().repository().equals(repository))
                        .count();
    }

    @Override
    public synchronized Optional<Issue> find(RepositoryId repository, String key) {
        return latest(repository, key).map(Kept::issue);
    }

    @Override
    public synchronized Optional<Issue> close(RepositoryId repository, String key, String reason) {
        Optional<Kept> open = latest(repository, key).filter(Kept::isOpen);
        open.ifPresent(kept -> {
            writes++;
            issues.set(issues.indexOf(kept), new Kept(kept.number(), kept.says(), false, Optional.of(reason)));
        });
        return latest(repository, key).filter(kept -> open.isPresent()).map(Kept::issue);
    }

    /** At most one of a cause is open, and then it is the last. */
    private Optional<Kept> latest(RepositoryId repository, String key) {
        return issues.stream().filter(kept -> kept.isOf(repository, key)).reduce((first, second) -> second);
    }

    /** All issues, in the order in which they were opened. */
    public synchronized List<Kept> issues() {
        return List.copyOf(issues);
    }

    /** How often something was opened, changed or closed by a call of the port. */
    public synchronized int writes() {
        return writes;
    }

    /**
     * A person closes the issue of a cause.
     *
     * @throws NoSuchElementException if none is open
     */
    public synchronized void closeByHand(String repository, String key) {
        Kept open = existing(repository, key);
        issues.set(issues.indexOf(open), new Kept(open.number(), open.says(), false, Optional.empty()));
    }

    /**
     * A person replaces its body.
     *
     * @throws NoSuchElementException if none is open
     */
    public synchronized void edit(String repository, String key, String body) {
        Kept open = existing(repository, key);
        IssueDraft says = open.says();
        IssueDraft now = new IssueDraft(says.repository(), key, says.title(), body, says.labels());
        issues.set(issues.indexOf(open), new Kept(open.number(), now, true, Optional.empty()));
    }

    private Kept existing(String repository, String key) {
        return latest(RepositoryId.of(repository), key)
                .filter(Kept::isOpen)
                .orElseThrow(() -> new NoSuchElementException("no issue " + key + " is open in " + repository));
    }
}
