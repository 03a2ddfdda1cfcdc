package io.agent33.sync.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.annotation.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which repositories take part, and how they are reached. */
final class RepositoryOptions {
    @Option(
            names = "--upstream",
            order = 1,
            paramLabel = "URL",
            required = true,
            description = "The canonical repository: anything that git takes, or a folder. It is only read.")
    private String upstream = "";

    @Option(
            names = "--upstream-id",
            order = 1,
            paramLabel = "OWNER/NAME",
            description =
                    "What the upstream is called, in manifests and pull requests, wherever it lies. Default: the last"
                            + " two parts of its URL. Keep the name when the upstream moves.")
    private @Nullable String upstreamId;

    @Option(
            names = "--downstream-url",
            order = 2,
            paramLabel = "TEMPLATE",
            required = true,
            description = "Where downstream repositories are: a URL or a folder in which {repo} stands for the rule's"
                    + " target_repo, as in https://github.com/{repo}.git")
    private String downstreamUrl = "";

    @Option(
            names = "--rules",
            order = 3,
            paramLabel = "URL-or-folder",
            description = "Where the rules are: a folder of YAML files, or a repository that keeps them where the"
                    + " upstream would. Default: core/orchestrator/distribution/rules/ at the head of the upstream's"
                    + " default branch.")
    private @Nullable String rules;

    @Option(
            names = "--cache",
            order = 60,
            paramLabel = "FOLDER",
            description = "Keeps git objects between runs; several processes may share it. Default: agent33-sync in the"
                    + " user's cache folder, as in ~/.cache/agent33-sync")
    private @Nullable Path cache;

    @Option(
            names = "--journal",
            order = 60,
            paramLabel = "FOLDER",
            description =
                    "Keeps the journal of all attempts to sync; several processes may share it. Default: journal in"
                            + " the cache's folder")
    private @Nullable Path journal;

    @Option(
            names = "--parallel",
            order = 61,
            paramLabel = "N",
            description = "How many downstreams are worked on at once, 1 to 256. Default: one for each processor, at"
                    + " least 2.")
    private @Nullable Integer parallel;

    @Option(
            names = "--timeout",
            order = 62,
            paramLabel = "SECONDS",
            description = "The longest silence of a network connection. Default: 30")
    private @Nullable Long timeout;

    @Option(
            names = "--deadline",
            order = 63,
            paramLabel = "SECONDS",
            description = "The longest that one exchange with a server may take as a whole, and the longest wait for"
                    + " another process in the cache. Default: 1800")
    private @Nullable Long deadline;

    @Mixin
    private final GitHubOptions gitHub = new GitHubOptions();

    @Mixin
    private final SigningOptions signing = new SigningOptions();

    SigningOptions signing() {
        return signing;
    }

    /** To be closed. @throws picocli.CommandLine.ParameterException if the options say nothing whole */
    Forge forge(CommandSpec spec) {
        return gitHub.forge(spec);
    }

    String upstream() {
        return upstream;
    }

    Optional<String> upstreamId() {
        return Optional.ofNullable(upstreamId);
    }

    String downstreamUrl() {
        return downstreamUrl;
    }

    Optional<String> rules() {
        return Optional.ofNullable(rules);
    }

    Optional<Path> journal() {
        return Optional.ofNullable(journal);
    }

    Optional<Integer> parallel() {
        return Optional.ofNullable(parallel);
    }

    /** Everything about the way there. */
    Reach reach() {
        return new Reach(
                Optional.ofNullable(cache),
                Optional.ofNullable(timeout).map(Duration::ofSeconds),
                Optional.ofNullable(deadline).map(Duration::ofSeconds));
    }
}
