package io.agent33.sync.github.simulated;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PublisherHost;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pull requests there, as people see them. */
public final class SimulatedPullRequests implements PublisherHost {
    private final SimulatedGitHub gitHub;
    private final Supplier<PullRequestPublisher> publishers;

    public SimulatedPullRequests(SimulatedGitHub gitHub, Supplier<PullRequestPublisher> publishers) {
        this.gitHub = gitHub;
        this.publishers = publishers;
    }

    @Override
    public PullRequestPublisher open() {
        return publishers.get();
    }

    @Override
    public List<PullRequestText> pullRequests(RepositoryId repository) {
        synchronized (gitHub) {
            return gitHub.place(repository).things.stream()
                    .filter(thing -> thing.isPull() && thing.open)
                    .map(pull -> new PullRequestText(
                            pull.title, pull.body, List.copyOf(pull.labels), List.copyOf(pull.users), pull.draft))
                    .toList();
        }
    }

    @Override
    public void prepare(PullRequestDraft draft) {
        synchronized (gitHub) {
            gitHub.place(draft.repository()).branches.add(draft.head().branch());
        }
    }

    @Override
    public void deleteBranch(RepositoryId repository, String branch) {
        synchronized (gitHub) {
            Place place = gitHub.place(repository);
            place.branches.remove(branch);
            place.openPull(branch).ifPresent(pull -> pull.open = false);
        }
    }

    private void onOpen(RepositoryId repository, String ruleId, Consumer<Thing> deed) {
        synchronized (gitHub) {
            gitHub.place(repository).things.stream()
                    .filter(thing ->
                            thing.isPull() && thing.open && thing.head().endsWith("/" + ruleId))
                    .forEach(deed);
        }
    }

    @Override
    public void close(RepositoryId repository, String ruleId) {
        onOpen(repository, ruleId, pull -> pull.open = false);
    }

    @Override
    public void merge(RepositoryId repository, String ruleId) {
        onOpen(repository, ruleId, pull -> {
            pull.open = false;
            pull.merged = true;
        });
    }

    @Override
    public void edit(RepositoryId repository, String ruleId, String body) {
        onOpen(repository, ruleId, pull -> pull.body = body);
    }
}
