package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.core.git.GitCredentials;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitSigning;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.journal.FileJournal;
import io.agent33.sync.core.rule.YamlRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Makes engines of options. Only commands that need one load this class, and the libraries behind it. */
final class Engines {
    /** A scheme, or {@code user@host:path}. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.+|[^/\\s]+@[^/\\s:]+:.+");

    private static final Pattern WITH_USER = Pattern.compile("(?i)https?://(?:[^/]*@|[^/:]*:(?![0-9]*/).*@)");

    private Engines() {}

    static SyncEngineBuilder builder(RepositoryOptions options, Forge forge, CommandSpec spec) {
        try {
            GitCredentials login = forge.credentials();
            GitUpstream upstream = upstream(options.upstream(), options.reach(), login);
            SyncEngineBuilder builder = SyncEngine.builder()
                    .downstreams(downstreams(options, login))
                    .upstream(named(upstream, options.upstreamId()));
            Path cache = upstream.cache().folder();
            Path memory = cache.resolve("memory");
            builder.alertBook(cache.resolve("alerts").resolve(fleet(options)));
            builder.journal(FileJournal.in(options.journal().orElse(cache.resolve("journal"))));
            JobSummary.of(System.getenv()).ifPresent(builder::addListener);
            CodeIdentity.ofProcess().ifPresent(code -> builder.memory(memory, code));
            options.rules().ifPresent(place -> builder.rules(rules(place, options.reach(), login)));
            options.parallel().ifPresent(builder::parallelism);
            return builder;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A name for an upstream with its downstreams, since several may share a cache. */
    private static String fleet(RepositoryOptions options) {
        String both = options.upstream() + "\n" + options.downstreamUrl();
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** An engine that is only asked for its rules. */
    static SyncEngine forRules(
            Optional<String> upstream, Optional<String> rules, Optional<Path> cache, CommandSpec spec) {
        GitCredentials login = EnvironmentCredentials.ofProcess();
        try {
            // A folder of rules alone needs no upstream; what stands for it here is never asked.
            SyncEngineBuilder builder = SyncEngine.builder()
                    .upstream(upstream(upstream.or(() -> rules).orElseThrow(), Reach.by(cache), login))
                    .downstreams(repository -> {
                        throw new IllegalStateException("a check of rules opens no downstream");
                    });
            rules.ifPresent(place -> builder.rules(rules(place, Reach.by(cache), login)));
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static UpstreamRepository named(GitUpstream upstream, Optional<String> id) {
        return id.map(name -> upstream.id(RepositoryId.of(name))).orElse(upstream);
    }

    private static GitUpstream upstream(String url, Reach reach, GitCredentials login) {
        refuseLogin(url);
        return reach.to(GitUpstream.at(url).credentials(login));
    }

    private static DownstreamRepositories downstreams(RepositoryOptions options, GitCredentials login) {
        if (!options.downstreamUrl().contains("{repo}")) {
            throw new IllegalArgumentException(
                    "--downstream-url: expected {repo} where the rule's target_repo goes, found \""
                            + options.downstreamUrl() + "\"");
        }
        refuseLogin(options.downstreamUrl());
        GitDownstreams downstreams = options.reach()
                .to(GitDownstreams.byTemplate(options.downstreamUrl()).credentials(login));
        return signing(options.signing()).map(downstreams::signing).orElse(downstreams);
    }

    private static Optional<GitSigning> signing(SigningOptions options) {
        return options.ssh()
                .map(GitSigning::ssh)
                .or(() -> options.gpg().map(GitSigning::gpg))
                .map(key -> Secrets.passphrase()
                        .map(secret -> key.passphrase(() -> secret))
                        .orElse(key));
    }

    /** Command lines are seen by others, and land in histories and logs. */
    private static void refuseLogin(String url) {
        if (WITH_USER.matcher(url).lookingAt()) {
            throw new IllegalArgumentException("expected an address without a login, found \"" + Secrets.hidden(url)
                    + "\"; put the token into the environment as " + Secrets.TOKEN);
        }
    }

    private static RuleSource rules(String place, Reach reach, GitCredentials login) {
        if (ADDRESS.matcher(place).matches()) {
            return inRepository(place, reach, login);
        }
        Path folder = Path.of(place);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "--rules: expected a folder or the URL of a repository, found \"" + place + "\", which is neither");
        }
        return isRepository(folder) ? inRepository(place, reach, login) : YamlRules.inFolder(folder);
    }

    /** A bare one, or a checkout: what a work tree holds beside its rules is no rule. */
    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(".git"))
                || (Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects")));
    }

    private static RuleSource inRepository(String url, Reach reach, GitCredentials login) {
        return context -> {
            try (UpstreamRepository repository = upstream(url, reach, login)) {
                return YamlRules.inUpstream().read(new RuleContext(repository, context.host()));
            }
        };
    }
}
