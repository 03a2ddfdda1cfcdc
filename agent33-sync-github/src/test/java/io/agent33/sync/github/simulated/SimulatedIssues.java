package io.agent33.sync.github.simulated;

import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.IssueHost;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Issues there, as people see them. */
public final class SimulatedIssues implements IssueHost {
    private final SimulatedGitHub gitHub;
    private final Supplier<IssueTracker> trackers;

    public SimulatedIssues(SimulatedGitHub gitHub, Supplier<IssueTracker> trackers) {
        this.gitHub = gitHub;
        this.trackers = trackers;
    }

    @Override
    public IssueTracker open() {
        return trackers.get();
    }

    @Override
    public List<Shown> issues(RepositoryId repository) {
        synchronized (gitHub) {
            return gitHub.place(repository).things.stream()
                    .filter(thing -> !thing.isPull() && thing.open)
                    .map(issue -> new Shown(issue.title, issue.body, List.copyOf(issue.labels)))
                    .toList();
        }
    }

    /** An issue, open or closed. */
    public record Told(boolean open, String title, String body, List<String> labels, List<String> comments) {}

    /** All that there ever were, the earliest first. */
    public List<Told> all(RepositoryId repository) {
        synchronized (gitHub) {
            return gitHub.place(repository).things.stream()
                    .filter(thing -> !thing.isPull())
                    .map(issue -> new Told(
                            issue.open,
                            issue.title,
                            issue.body,
                            List.copyOf(issue.labels),
                            List.copyOf(issue.comments)))
                    .toList();
        }
    }

    private void onOpen(RepositoryId repository, String key, Consumer<Thing> deed) {
        synchronized (gitHub) {
            gitHub.place(repository).things.stream()
                    .filter(thing -> !thing.isPull() && thing.open)
                    .filter(thing -> thing.body.endsWith(IssueDraft.markerOf(key)))
                    .forEach(deed);
        }
    }

    @Override
    public void close(RepositoryId repository, String key) {
        onOpen(repository, key, issue -> issue.open = false);
    }

    @Override
    public void edit(RepositoryId repository, String key, String body) {
        onOpen(repository, key, issue -> issue.body = body + "\n\n" + IssueDraft.markerOf(key));
    }
}
