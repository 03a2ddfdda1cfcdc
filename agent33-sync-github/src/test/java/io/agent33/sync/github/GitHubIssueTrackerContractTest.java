package io.agent33.sync.github;

import io.agent33.sync.github.simulated.SimulatedGitHub;
import io.agent33.sync.github.simulated.SimulatedIssues;
import io.agent33.sync.testkit.contract.IssueHost;
import io.agent33.sync.testkit.contract.IssueTrackerContract;
import org.junit.jupiter.api.AfterEach;

class GitHubIssueTrackerContractTest extends IssueTrackerContract {
    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final GitHub gitHub =
            simulated.connection().contentBudget(10_000, 10_000).token(() -> "good");

    @Override
    public IssueHost host() {
        return new SimulatedIssues(simulated, () -> GitHubIssueTracker.on(gitHub));
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }
}
