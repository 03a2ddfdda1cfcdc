package io.agent33.sync;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.monitor.AlertSink;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.api.monitor.Thresholds;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.plan.PlanningOptions;
import io.agent33.sync.core.plugin.PluginCalls;
import io.agent33.sync.core.publish.FolderIssueTracker;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.core.pullrequest.PullRequestWriter;
import io.agent33.sync.core.rule.YamlRules;
import io.agent33.sync.core.text.VariableName;
import io.agent33.sync.core.transform.Transforms;
import io.agent33.sync.core.validate.Checks;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.annotation.Nullable;

/**
 * Builds a {@link SyncEngine}. Only {@link #upstream} and {@link #downstreams} are required. Not thread-safe.
 */
public final class SyncEngineBuilder {
    private static final int MOST_PARALLEL = 256;

    private @Nullable UpstreamRepository upstream;
    private @Nullable DownstreamRepositories downstreams;
    private Optional<RuleSource> rules = Optional.empty();
    private Optional<Path> memory = Optional.empty();
    private String code = "";
    private @Nullable PullRequestPublisher publisher;
    private @Nullable IssueTracker issues;
    private Clock clock = Clock.systemUTC();
    private final List<SyncListener> listeners = new ArrayList<>();
    private LongSupplier nanoTime = System::nanoTime;
    private int parallelism = Math.max(2, Runtime.getRuntime().availableProcessors());
    private Identity author = new Identity("agent33-sync", "agent33-sync@localhost");
    private final List<AlertSink> alerts = new ArrayList<>();
    private Optional<Path> alertBook = Optional.empty();
    private Thresholds thresholds = Thresholds.defaults();
    private String overridePrefix = PlanningOptions.defaults().overridePrefix();
    private final Map<String, MergeStrategy> mergeStrategies =
            new HashMap<>(PlanningOptions.defaults().mergeStrategies());
    private final Map<String, TransformProvider> transforms = new HashMap<>();
    private Optional<SecretScanner> secrets = Optional.empty();
    private Optional<RunJournal> journal = Optional.empty();
    private final Map<String, Validator> validators = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private Duration pluginLimit = Duration.ofSeconds(30);
    private int bodyLimit = PlanningOptions.defaults().bodyLimit();

    SyncEngineBuilder() {}

    /** Required: the canonical repository. The engine closes it when it is closed itself. */
    public SyncEngineBuilder upstream(UpstreamRepository repository) {
        this.upstream = requireNonNull(repository, "repository");
        return this;
    }

    /** Required: where the downstream repositories are found. */
    public SyncEngineBuilder downstreams(DownstreamRepositories repositories) {
        this.downstreams = requireNonNull(repositories, "repositories");
        return this;
    }

    /** Where rules come from. Default: {@link YamlRules#inUpstream()}. */
    public SyncEngineBuilder rules(RuleSource source) {
        this.rules = Optional.of(requireNonNull(source, "source"));
        return this;
    }

    /**
     * Remembers runs after which every rule was current, so that {@link SyncEngine#run} need not plan again while the world
     * answers as it did (S2). What is wrong or damaged there is as good as nothing. An engine with rules of another source, or
     * with anything else of the host's own, remembers nothing. Default: none does.
     *
     * @param folder where it is kept; need not exist; several processes may share it
     * @param codeIdentity another text for each build of this library, of what it runs on, and of the repositories' code
     */
    public SyncEngineBuilder memory(Path folder, String codeIdentity) {
        this.memory = Optional.of(requireNonNull(folder, "folder"));
        this.code = requireNonNull(codeIdentity, "codeIdentity");
        return this;
    }

    /**
     * What makes pull requests of pushed branches. Default: a {@link FolderPublisher} to the folder
     * {@code agent33-sync-pull-requests} in the current directory, which needs no forge.
     */
    public SyncEngineBuilder publisher(PullRequestPublisher pullRequests) {
        this.publisher = requireNonNull(pullRequests, "pullRequests");
        return this;
    }

    /**
     * Where issues are opened. Default: a {@link FolderIssueTracker} in the folder {@code agent33-sync-issues} in the current
     * directory, which needs no forge.
     */
    public SyncEngineBuilder issues(IssueTracker tracker) {
        this.issues = requireNonNull(tracker, "tracker");
        return this;
    }

    /**
     * Where every attempt of {@link SyncEngine#run} and {@link SyncEngine#apply} is written, so that it can be told how stale a
     * downstream is (S13). One that fails is logged, and costs a run nothing. Default: nowhere; a library does not choose a place
     * on a host's disk. The command keeps one, a {@link io.agent33.sync.core.journal.FileJournal}, beside its cache.
     */
    public SyncEngineBuilder journal(RunJournal runs) {
        this.journal = Optional.of(requireNonNull(runs, "runs"));
        return this;
    }

    /** What tells when a run began, for the report and the journal, and the day of a rollback that names none. Nothing else asks it. Default: the system's, in UTC. */
    public SyncEngineBuilder clock(Clock source) {
        this.clock = requireNonNull(source, "source");
        return this;
    }

    /** Adds somebody who watches plans and runs. Default: nobody. */
    public SyncEngineBuilder addListener(SyncListener listener) {
        listeners.add(requireNonNull(listener, "listener"));
        return this;
    }

    /** For tests: what durations are measured by. */
    SyncEngineBuilder nanoTime(LongSupplier source) {
        this.nanoTime = requireNonNull(source, "source");
        return this;
    }

    /**
     * How many downstreams are worked on at once. Default: the number of processors, at least 2.
     *
     * @throws IllegalArgumentException unless between 1 and 256
     */
    public SyncEngineBuilder parallelism(int downstreamsAtOnce) {
        if (downstreamsAtOnce < 1 || downstreamsAtOnce > MOST_PARALLEL) {
            throw new IllegalArgumentException(
                    "parallelism is between 1 and " + MOST_PARALLEL + ", not " + downstreamsAtOnce);
        }
        this.parallelism = downstreamsAtOnce;
        return this;
    }

    /** Author and committer of the commits. Default: {@code agent33-sync <agent33-sync@localhost>}. */
    public SyncEngineBuilder author(Identity identity) {
        this.author = requireNonNull(identity, "identity");
        return this;
    }

    /**
     * What source paths have before the path of an override (S8). Default: {@code core/}.
     *
     * @throws IllegalArgumentException unless empty or ending with a slash
     */
    public SyncEngineBuilder overridePrefix(String prefix) {
        requireNonNull(prefix, "prefix");
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("an override prefix ends with a slash, unlike \"" + prefix + "\"");
        }
        this.overridePrefix = prefix;
        return this;
    }

    /**
     * The longest body of a pull request, in characters (S11). Default: 65,536, which is GitHub's limit.
     *
     * @throws IllegalArgumentException below 4,096, which the template alone may need
     */
    public SyncEngineBuilder bodyLimit(int characters) {
        if (characters < PullRequestWriter.SMALLEST_LIMIT) {
            throw new IllegalArgumentException(
                    "a body limit is at least " + PullRequestWriter.SMALLEST_LIMIT + " characters, not " + characters);
        }
        this.bodyLimit = characters;
        return this;
    }

    /**
     * Registers a merge strategy, by the name that rules use for it (S8). Default: {@code lines}, {@code ours},
     * {@code theirs}, {@code union} and {@code structured}.
     *
     * @throws IllegalArgumentException if the name is blank or has a strategy already
     */
    public SyncEngineBuilder mergeStrategy(String name, MergeStrategy strategy) {
        requireNonNull(name, "name");
        requireNonNull(strategy, "strategy");
        if (name.isBlank() || mergeStrategies.putIfAbsent(name, strategy) != null) {
            throw new IllegalArgumentException("a merge strategy has a name of its own, unlike \"" + name + "\"");
        }
        return this;
    }

    /**
     * Registers a transform without options, by the name that rules use for it (S5). Default: {@code strip_internal_links},
     * {@code rewrite_paths} and {@code stamp_version}.
     *
     * @throws IllegalArgumentException if the name is blank or has a transform already
     */
    public SyncEngineBuilder transform(String name, Transform transform) {
        requireNonNull(transform, "transform");
        return transform(requireNonNull(name, "name"), TransformProvider.of(transform));
    }

    /**
     * Registers a transform that has options, by the name that rules use for it (S5).
     *
     * @throws IllegalArgumentException if the name is blank or has a transform already
     */
    public SyncEngineBuilder transform(String name, TransformProvider provider) {
        requireNonNull(name, "name");
        requireNonNull(provider, "provider");
        if (name.isBlank() || Transforms.NAMES.contains(name) || transforms.putIfAbsent(name, provider) != null) {
            throw new IllegalArgumentException("a transform has a name of its own, unlike \"" + name + "\"");
        }
        return this;
    }

    /**
     * What finds secrets in what would be delivered (S7): with rules of a gitleaks file, internal markers and names of the host's
     * own. Default: {@link SecretScanner#builtIn()}.
     */
    public SyncEngineBuilder secrets(SecretScanner scanner) {
        this.secrets = Optional.of(requireNonNull(scanner, "scanner"));
        return this;
    }

    /**
     * Registers a check of the host's, which runs for every rule after the specification's five (S7). Default: none.
     *
     * @throws IllegalArgumentException if the name is blank, or is that of another check
     */
    public SyncEngineBuilder validator(String name, Validator validator) {
        requireNonNull(name, "name");
        requireNonNull(validator, "validator");
        boolean own =
                Arrays.stream(Check.values()).anyMatch(check -> check.key().equals(name));
        if (name.isBlank() || own || validators.putIfAbsent(name, validator) != null) {
            throw new IllegalArgumentException("a validator has a name of its own, unlike \"" + name + "\"");
        }
        return this;
    }

    /**
     * Defines a variable for templates, in place of what is built in; rules and downstreams define theirs in its place (S5).
     * Default: none but {@code version}, {@code source_path}, {@code target_path}, {@code target_repo}, {@code rule_id} and
     * {@code upstream}.
     *
     * @throws IllegalArgumentException unless the name is one of letters, digits and _ that does not start with a digit
     */
    public SyncEngineBuilder variable(String name, String value) {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        if (!VariableName.isOne(name)) {
            throw new IllegalArgumentException("a variable has " + VariableName.EXPECTED + ", unlike \"" + name + "\"");
        }
        variables.put(name, value);
        return this;
    }

    /**
     * How long one call of a transform or a merge strategy of the host may take. One that takes longer blocks its rule, and its
     * thread is left behind. Default: 30 seconds.
     *
     * @throws IllegalArgumentException unless it is more than zero
     */
    public SyncEngineBuilder pluginLimit(Duration limit) {
        requireNonNull(limit, "limit");
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a limit is more than zero, not " + limit);
        }
        this.pluginLimit = limit;
        return this;
    }

    /** Adds a sink for alerts (S13), for {@link SyncEngine#alert} and for a watcher's daily check. */
    public SyncEngineBuilder addAlertSink(AlertSink sink) {
        alerts.add(requireNonNull(sink, "sink"));
        return this;
    }

    /**
     * Keeps in a file which alerts are open, so that they are not raised again after a restart. Default: they are known for as long as
     * the engine lives. For one engine at a time.
     */
    public SyncEngineBuilder alertBook(Path file) {
        this.alertBook = Optional.of(requireNonNull(file, "file"));
        return this;
    }

    /** What a rule's staleness may come to (S13). Default: the specification's. */
    public SyncEngineBuilder thresholds(Thresholds limits) {
        this.thresholds = requireNonNull(limits, "limits");
        return this;
    }

    /**
     * The engine.
     *
     * @throws ConfigurationException if something required is missing; it names all that is
     */
    public SyncEngine build() {
        List<Objection> objections = new ArrayList<>();
        UpstreamRepository canonical = required(upstream, "upstream", objections);
        DownstreamRepositories receivers = required(downstreams, "downstreams", objections);
        if (canonical == null || receivers == null) {
            throw new ConfigurationException(objections);
        }
        PluginCalls plugins = new PluginCalls(pluginLimit);
        LinkReader links = LinkReader.keeping();
        return new SyncEngine(new Equipment(
                canonical,
                receivers,
                rules.orElseGet(YamlRules::inUpstream),
                Optional.ofNullable(publisher)
                        .orElseGet(() -> FolderPublisher.to(Path.of("agent33-sync-pull-requests"))),
                Optional.ofNullable(issues).orElseGet(() -> FolderIssueTracker.in(Path.of("agent33-sync-issues"))),
                new Watch(new Listeners(listeners), nanoTime),
                parallelism,
                author,
                clock,
                new PlanningOptions(
                        overridePrefix,
                        bodyLimit,
                        mergeStrategies,
                        transforms,
                        variables,
                        links,
                        new Checks(secrets.orElseGet(SecretScanner::builtIn), links, validators, plugins),
                        plugins),
                memory.filter(folder -> isPlain()).map(folder -> new Memory(folder, configuration(receivers))),
                journal,
                thresholds,
                alerts.isEmpty() ? Optional.empty() : Optional.of(new AlertRound(new AlertBook(alertBook), alerts))));
    }

    /** Whether a plan depends on nothing of the host's own, whose code nobody can compare. */
    private boolean isPlain() {
        return rules.isEmpty()
                && secrets.isEmpty()
                && transforms.isEmpty()
                && variables.isEmpty()
                && validators.isEmpty()
                && mergeStrategies.keySet().equals(Merging.byName().keySet());
    }

    private List<String> configuration(DownstreamRepositories receivers) {
        return List.of(
                code,
                receivers.getClass().getName(),
                overridePrefix,
                Integer.toString(bodyLimit),
                author.name(),
                author.email());
    }

    private static <T> @Nullable T required(@Nullable T value, String option, List<Objection> objections) {
        if (value == null) {
            objections.add(Objection.of(
                    "missing-option", "SyncEngine.builder()", option + "(…)", "nothing", "call it before build()"));
        }
        return value;
    }
}
