package io.agent33.sync.cli;

import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.git.GitCredentials;
import io.agent33.sync.github.GitHub;
import io.agent33.sync.github.GitHubIssueTracker;
import io.agent33.sync.github.GitHubPullRequestPublisher;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** GitHub, and who asks there: the token of the environment, or an app, which then is who logs in for git as well. */
final class GitHubForge implements Forge {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final String host;
    private final GitHub gitHub;
    private final boolean app;
    private final WaitLines waits;

    private GitHubForge(String host, GitHub gitHub, boolean app, WaitLines waits) {
        this.host = host;
        this.gitHub = gitHub;
        this.app = app;
        this.waits = waits;
    }

    /** @throws IllegalArgumentException if the address is none, or there is no token */
    static Forge withToken(URI address, PrintWriter err) {
        String token = Secrets.token()
                .orElseThrow(() -> new IllegalArgumentException("--github: expected a token in the environment as "
                        + Secrets.TOKEN + ", or --github-app and --github-key, found neither"));
        WaitLines waits = waits(err);
        return new GitHubForge(
                String.valueOf(address.getHost()), builder(address, waits).token(() -> token), false, waits);
    }

    /** @throws IllegalArgumentException if the address or the key is none */
    static Forge withApp(URI address, String id, String key, PrintWriter err) {
        WaitLines waits = waits(err);
        return new GitHubForge(
                String.valueOf(address.getHost()), builder(address, waits).app(id, key), true, waits);
    }

    private static GitHub.Builder builder(URI address, WaitLines waits) {
        GitHub.Builder builder =
                "github.com".equalsIgnoreCase(address.getHost()) ? GitHub.com() : GitHub.enterprise(address);
        return builder.onWait(waits);
    }

    private static WaitLines waits(PrintWriter err) {
        return new WaitLines(line -> {
            err.println(line);
            err.flush();
        });
    }

    @Override
    public Forge telling(Consumer<String> progress) {
        waits.to(progress);
        return this;
    }

    @Override
    public GitCredentials credentials() {
        GitCredentials others = EnvironmentCredentials.ofProcess();
        return app ? repository -> login(repository).or(() -> others.credentialsFor(repository)) : others;
    }

    private Optional<GitCredentials.Login> login(URI repository) {
        return host.equalsIgnoreCase(repository.getHost()) && mayHaveSecrets(repository)
                ? name(repository).map(id -> new GitCredentials.Login(Secrets.DEFAULT_USER, gitHub.token(id)))
                : Optional.empty();
    }

    /** As for every token: not in the clear to another machine, and not for {@code ssh}, which has keys. */
    private static boolean mayHaveSecrets(URI repository) {
        String scheme = String.valueOf(repository.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https")
                || (scheme.equals("http") && THIS_MACHINE.contains(String.valueOf(repository.getHost())));
    }

    private static Optional<RepositoryId> name(URI repository) {
        try {
            return Optional.of(RepositoryId.of(
                    String.valueOf(repository.getPath()).replaceFirst("^/+", "").replaceFirst("(\\.git)?/*$", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public PullRequestPublisher publisher(Path folder) {
        return GitHubPullRequestPublisher.on(gitHub);
    }

    @Override
    public IssueTracker issues(Path folder) {
        return GitHubIssueTracker.on(gitHub);
    }

    @Override
    public void close() {
        gitHub.close();
    }
}
