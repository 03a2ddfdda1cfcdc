package io.agent33.sync.cli;

import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.core.git.GitCredentials;
import io.agent33.sync.core.publish.FolderIssueTracker;
import io.agent33.sync.core.publish.FolderPublisher;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where pull requests and issues go: folders, or a forge, which then takes no notice of the folders. */
interface Forge extends AutoCloseable {
    /** None: folders. */
    Forge NONE = new Forge() {};

    /** With which git logs in. */
    default GitCredentials credentials() {
        return EnvironmentCredentials.ofProcess();
    }

    default PullRequestPublisher publisher(Path folder) {
        return FolderPublisher.to(folder);
    }

    default IssueTracker issues(Path folder) {
        return FolderIssueTracker.in(folder);
    }

    /** From now on what it waits for is told there, a line at a time, by several threads. */
    default Forge telling(Consumer<String> progress) {
        return this;
    }

    @Override
    default void close() {}
}
