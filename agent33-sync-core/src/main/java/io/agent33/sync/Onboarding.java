package io.agent33.sync;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.registry.RegistryRows;
import io.agent33.sync.core.rule.RuleText;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Adds downstreams and removes them, by the steps of the specification's "Downstream Registry" (S13). What an operation makes is a
 * branch in a clone of the upstream, with one commit, for a person to look at and to push; the engine never pushes upstream.
 *
 * <ol>
 *   <li>{@link #add} writes the rule's file with {@code strategy: copy} and {@code frequency: manual}, what it is to become later
 *       standing behind as a comment, adds the row, and has planned the first sync before, so that a rule whose first sync is
 *       impossible is refused.
 *   <li>A person merges that, runs {@code agent33-sync run --manual --rule ID}, and merges what comes.
 *   <li>{@link #settle} puts strategy and frequency as they were wished for. It refuses until the first sync is merged.
 *   <li>{@link #remove} sets {@code frequency: manual}, moves the file to {@code rules/archived/}, and takes the row away.
 *       Delivered files stay.
 * </ol>
 *
 * <p>Asked again, an operation finds its branch as it left it and writes nothing. Immutable; for one thread at a time, since the clone
 * is.
 */
public final class Onboarding {
    private static final String THEN = "then: ";

    private final SyncEngine engine;
    private final CloneDesk desk;
    private final Optional<RepoPath> registry;

    private Onboarding(SyncEngine engine, CloneDesk desk, Optional<RepoPath> registry) {
        this.engine = engine;
        this.desk = desk;
        this.registry = registry;
    }

    /**
     * @param engine over the same upstream
     * @param clone of the upstream; the caller closes it
     */
    public static Onboarding of(SyncEngine engine, DownstreamRepository clone) {
        return new Onboarding(
                requireNonNull(engine, "engine"),
                new CloneDesk(clone, engine.author(), engine.now().truncatedTo(ChronoUnit.SECONDS)),
                Optional.empty());
    }

    /** The document in the upstream that has the table of downstreams. Without it, no table is changed. */
    public Onboarding registry(RepoPath document) {
        return new Onboarding(engine, desk, Optional.of(document));
    }

    /**
     * Adds a rule.
     *
     * @param name of its file, for messages
     * @param file as it is to be in the end
     * @throws ConfigurationException if it is no file of one good rule, if there is one of its id, or if its first sync is
     *     impossible; nothing is written then
     */
    public UpstreamChange add(String name, byte[] file) {
        RuleText wished = RuleText.of(name, file, plugins());
        SyncRule rule = wished.rule();
        RuleText staged = wished;
        if (rule.frequency() != Frequency.MANUAL) {
            staged = staged.with("frequency", lower(Frequency.MANUAL), THEN + lower(rule.frequency()));
        }
        if (rule.strategy() != Strategy.COPY) {
            staged = staged.with("strategy", lower(Strategy.COPY), THEN + lower(rule.strategy()));
        }
        if (engine.rules().rules().stream().anyMatch(entry -> entry.rule().id().equals(rule.id()))) {
            throw refused("rule-exists", rule.id(), "an id that no rule has", "an active rule of that name", "");
        }
        RuleStatus first = engine.firstSync(staged.rule());
        CloneDesk.Draft draft = desk.draft("add", rule.id());
        draft.create(RuleFolder.file(rule.id()), staged.bytes());
        registry.ifPresent(document -> draft.edit(document, text -> RegistryRows.with(document.value(), text, first)));
        return draft.commit("sync(agent33): Add " + rule.id() + " for " + rule.targetRepo());
    }

    /**
     * Puts strategy and frequency as {@link #add} was told.
     *
     * @throws ConfigurationException if there is no such rule, its first sync is not merged, or nothing is left to do
     */
    public UpstreamChange settle(String ruleId) {
        RuleFolder.Found found = desk.rule(ruleId, plugins());
        RuleText settled = found.text();
        for (String key : new String[] {"strategy", "frequency"}) {
            Optional<String> wish = settled.comment(key)
                    .filter(comment -> comment.startsWith(THEN))
                    .map(comment -> comment.substring(THEN.length()).strip());
            settled = wish.isPresent() ? settled.with(key, wish.get(), "") : settled;
        }
        if (settled == found.text()) {
            throw refused(
                    "nothing-to-settle",
                    ruleId,
                    "a strategy or a frequency with a comment \"" + THEN + "…\"",
                    "neither",
                    "change the rule by hand");
        }
        requireFirstSync(ruleId);
        CloneDesk.Draft draft = desk.draft("settle", ruleId);
        byte[] content = settled.bytes();
        draft.replace(found.path(), content);
        SyncRule rule = settled.rule();
        return draft.commit(
                "sync(agent33): Sync " + ruleId + " " + lower(rule.frequency()) + " by " + lower(rule.strategy()));
    }

    private void requireFirstSync(String ruleId) {
        Standing standing = engine.status().rules().stream()
                .filter(rule -> rule.ruleId().equals(ruleId))
                .map(RuleStatus::standing)
                .findFirst()
                .orElse(Standing.NEVER);
        if (standing != Standing.CURRENT) {
            throw refused(
                    "first-sync-missing",
                    ruleId,
                    "a first sync that is merged and current",
                    "the status " + standing.label(),
                    "run `agent33-sync run --manual --rule " + ruleId + "`, and merge its pull request");
        }
    }

    /**
     * Removes a rule.
     *
     * @throws ConfigurationException if there is no such rule, or it shares its file with others
     */
    public UpstreamChange remove(String ruleId) {
        RuleFolder.Found found = desk.rule(ruleId, plugins());
        SyncRule rule = found.text().rule();
        CloneDesk.Draft draft = desk.draft("remove", ruleId);
        draft.delete(found.path());
        draft.create(
                RuleFolder.archived(found.path()),
                found.text().with("frequency", lower(Frequency.MANUAL), "").bytes());
        registry.ifPresent(document ->
                draft.edit(document, text -> RegistryRows.without(document.value(), text, rule.targetRepo(), ruleId)));
        return draft.commit("sync(agent33): Remove " + ruleId + " of " + rule.targetRepo());
    }

    private HostPlugins plugins() {
        return engine.hostPlugins();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static ConfigurationException refused(String code, String subject, String expected, String found, String remedy) {
        return new ConfigurationException(Objection.of(code, subject, expected, found, remedy));
    }
}
