package io.agent33.sync.cli;

import io.agent33.sync.Onboarding;
import io.agent33.sync.SyncEngine;
import io.agent33.sync.UpstreamChange;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.git.GitDownstreams;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.annotation.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the commands have that change the upstream's rules, by a branch in a clone of it. */
final class OnboardingOptions {
    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Option(
            names = "--clone",
            order = 20,
            required = true,
            paramLabel = "FOLDER",
            description = "A clone of the upstream, in which the branch is made. Its files are not touched.")
    @SuppressWarnings("NullAway.Init") // required
    private Path clone;

    @Option(
            names = "--registry",
            order = 21,
            paramLabel = "PATH",
            description =
                    "The upstream's document with the table of downstreams, from its root. Without it, no table is"
                            + " changed.")
    private @Nullable String registry;

    /** Does it, says what is there, and gives the exit status. */
    int run(CommandSpec spec, Function<Onboarding, UpstreamChange> work) {
        if (!Files.isDirectory(clone)) {
            throw new ParameterException(
                    spec.commandLine(), "--clone: expected a folder, found \"" + clone + "\", which is none");
        }
        try (Forge forge = repositories.forge(spec);
                SyncEngine engine = Engines.builder(repositories, forge, spec).build();
                DownstreamRepository desk =
                        repositories.reach().to(GitDownstreams.in(clone)).open(RepositoryId.of("upstream/clone"))) {
            Onboarding onboarding = Onboarding.of(engine, desk);
            tell(
                    work.apply(registry == null ? onboarding : onboarding.registry(RepoPath.of(registry))),
                    spec.commandLine().getOut());
            return ExitStatus.DONE;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void tell(UpstreamChange change, PrintWriter out) {
        out.println("branch " + change.branch() + " at " + change.commit().abbreviated() + ", on " + change.base());
        change.paths().forEach(path -> out.println("  " + path));
        out.println("look at it, and push it: git push origin " + change.branch());
        out.flush();
    }
}
