package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;

/**
 * The place where issues live, behind the tracker under test: a forge, a folder. Contract tests act on it as people do who
 * never heard of the tracker. To be implemented beside an {@link IssueTracker}; used by one thread at a time, except for what
 * {@link #open} gave.
 */
public interface IssueHost {
    /** A fresh tracker to this place, as the next run makes it. Several may be in use at the same time. */
    IssueTracker open();

    /** What the open issues of a repository say, read without the tracker. */
    List<Shown> issues(RepositoryId repository);

    /**
     * An issue as people see it.
     *
     * @param title verbatim, within any other text
     * @param body the same
     * @param labels in any order, beside others that people added
     */
    record Shown(String title, String body, List<String> labels) {
        public Shown {
            labels = List.copyOf(labels);
        }
    }

    /** A person closes the open issue of a cause. */
    void close(RepositoryId repository, String key);

    /** A person replaces its body, except for what the tracker needs to find it again. */
    void edit(RepositoryId repository, String key, String body);
}
