package io.agent33.sync.github;

import io.agent33.sync.github.simulated.SimulatedGitHub;
import io.agent33.sync.github.simulated.SimulatedPullRequests;
import io.agent33.sync.testkit.contract.PublisherHost;
import io.agent33.sync.testkit.contract.PullRequestPublisherContract;
import org.junit.jupiter.api.AfterEach;

class GitHubPublisherContractTest extends PullRequestPublisherContract {
    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final GitHub gitHub =
            simulated.connection().contentBudget(10_000, 10_000).token(() -> "good");

    @Override
    public PublisherHost host() {
        return new SimulatedPullRequests(simulated, () -> GitHubPullRequestPublisher.on(gitHub));
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }
}
