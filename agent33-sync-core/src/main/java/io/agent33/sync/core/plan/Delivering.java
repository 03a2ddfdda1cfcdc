package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.SyncValidation;
import io.agent33.sync.core.codeowners.CodeOwners;
import io.agent33.sync.core.plan.local.Additions;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.plan.local.LostContent;
import io.agent33.sync.core.plan.local.MergeChoices;
import io.agent33.sync.core.plan.local.MergeContents;
import io.agent33.sync.core.plan.local.OverrideFiles;
import io.agent33.sync.core.plan.local.Reconciled;
import io.agent33.sync.core.plan.local.Reconciler;
import io.agent33.sync.core.plan.local.Sides;
import io.agent33.sync.core.pullrequest.PullRequestFacts;
import io.agent33.sync.core.pullrequest.PullRequestWriter;
import io.agent33.sync.core.rollback.RolledBackFormat;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.strategy.Strategies;
import io.agent33.sync.core.transform.TransformChain;
import io.agent33.sync.core.tree.Blobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leads a rule that is due through the stages from rendering on. For one downstream and one thread. */
final class Delivering {
    private final UpstreamView view;
    private final DownstreamRepository downstream;
    private final PlanningOptions options;
    private final List<SyncRule> active;
    private final DownstreamPlanner.Watcher watcher;

    Delivering(
            UpstreamView view,
            DownstreamRepository downstream,
            PlanningOptions options,
            List<SyncRule> active,
            DownstreamPlanner.Watcher watcher) {
        this.view = view;
        this.downstream = downstream;
        this.options = options;
        this.active = active;
        this.watcher = watcher;
    }

    RulePlan plan(Delivery delivery) throws ManifestException {
        Draft draft = draft(delivery);
        return draft instanceof Draft.Edited edited ? validate(delivery, edited) : ((Draft.Ended) draft).plan();
    }

    /** Everything but checks and words. */
    Draft draft(Delivery delivery) throws ManifestException {
        LocalState local = delivery.local();
        VariablesFile own = delivery.rule().strategy() == Strategy.TEMPLATE
                ? VariablesFile.read(local.tree(), downstream.blobs())
                : VariablesFile.none();
        if (!own.objections().isEmpty()) {
            return ended(delivery, own.objections());
        }
        OverrideFiles overrides = new OverrideFiles(
                local.tree(),
                Blobs.firstOf(downstream.blobs(), view.repository().blobs()),
                options.overridePrefix());
        TransformContext context = context(delivery, overrides, own);
        RenderedFiles rendered = render(delivery, context);
        if (!rendered.objections().isEmpty()) {
            return ended(delivery, rendered.objections());
        }
        try {
            return edit(delivery, reconciler(delivery, rendered, overrides), context);
        } catch (LostContent e) {
            return ended(delivery, List.of(e.objection(local.source(), local.records())));
        }
    }

    private Reconciler reconciler(Delivery delivery, RenderedFiles rendered, OverrideFiles overrides) {
        SyncRule rule = delivery.rule();
        Release release = delivery.release();
        Sides sides = new Sides(
                delivery.local(),
                overrides,
                rendered.files(),
                view.at(release.commit()).tree());
        MergeContents contents = new MergeContents(
                Blobs.firstOf(downstream.blobs(), view.repository().blobs()),
                sides,
                delivery.digests(),
                new MergeChoices(rule.merge(), options.mergeStrategies(), options.plugins()),
                release.label());
        return new Reconciler(rule, release.label(), sides, contents, downstream);
    }

    private TransformContext context(Delivery delivery, OverrideFiles overrides, VariablesFile own) {
        Map<String, String> variables = new HashMap<>(options.variables());
        variables.putAll(delivery.rule().variables());
        variables.putAll(own.variables());
        Set<String> deleted = AdoptedDeletions.of(delivery, overrides);
        return new TransformContext(
                delivery.rule().id(),
                view.repository().id(),
                delivery.rule().targetRepo(),
                delivery.release(),
                variables,
                DeliveredSet.of(
                        delivery.selections(), source -> overrides.optedOut(source) || deleted.contains(source)),
                source(delivery));
    }

    private UpstreamFiles source(Delivery delivery) {
        return new UpstreamTexts(view, delivery.release().commit());
    }

    private RenderedFiles render(Delivery delivery, TransformContext context) {
        SyncRule rule = delivery.rule();
        TransformChain chain =
                TransformChain.of(rule.transforms(), options.links(), options.transforms(), options.plugins());
        return RenderedFiles.of(
                delivery.selection(),
                Strategies.rendering(rule, view.repository(), delivery.release(), context.variables()),
                new Transforming(view, chain, context),
                view,
                delivery.digests());
    }

    private Draft edit(Delivery delivery, Reconciler reconciler, TransformContext context) throws ManifestException {
        SyncRule rule = delivery.rule();
        Reconciled reconciled = reconciler.reconcile(active, Selecting::wants);
        watcher.reconciled(rule.id(), delivery.release(), reconciled);
        Additions additions = reconciler.additions(reconciled);
        List<Objection> objections = objections(delivery, reconciler, reconciled);
        objections.addAll(additions.objections());
        if (!objections.isEmpty()) {
            return ended(delivery, objections);
        }
        Editing.Edits edits = edits(delivery, reconciled, additions);
        if (edits.current()) {
            RuleOutcome.Current current =
                    new RuleOutcome.Current(delivery.release().label());
            return new Draft.Ended(delivery.settled(current, reconciled.notes(), Optional.empty()));
        }
        return edits.objections().isEmpty()
                ? new Draft.Edited(reconciler, reconciled, edits, context)
                : ended(delivery, edits.objections());
    }

    private static List<Objection> objections(Delivery delivery, Reconciler reconciler, Reconciled reconciled) {
        List<Objection> objections = new ArrayList<>(reconciled.objections());
        objections.addAll(SharedOverrides.of(reconciler.overrides(), delivery.selection(), delivery.others()));
        objections.addAll(reconciled.clashes());
        objections.addAll(Neighbours.of(reconciled, delivery.local().tree()));
        return objections;
    }

    private Editing.Edits edits(Delivery delivery, Reconciled reconciled, Additions additions) {
        LocalState local = delivery.local();
        Manifest manifest = Editing.manifest(
                delivery.rule().id(),
                delivery.digest(),
                view.repository().id().value(),
                delivery.release(),
                reconciled.records());
        Map<RepoPath, byte[]> written = new HashMap<>(additions.contents());
        if (local.stored().stream().anyMatch(StateFolder::isMemory)) {
            RolledBackFormat.bytes(delivery.rolledBack())
                    .ifPresent(bytes -> written.put(local.folder().rolledBack(), bytes));
        }
        return Editing.edits(local, reconciled, manifest, written, options.overridePrefix());
    }

    private RulePlan validate(Delivery delivery, Draft.Edited draft) {
        Reconciler reconciler = draft.reconciler();
        Reconciled reconciled = draft.reconciled();
        Editing.Edits edits = draft.edits();
        BlobSource content = reconciler.content();
        PushedTree tree = new PushedTree(delivery.local().tree(), edits.edits(), content, view.texts());
        Wording wording = new Wording(view, new PullRequestWriter(options.bodyLimit()));
        PullRequestFacts facts = wording.facts(
                delivery.rule(),
                delivery.release(),
                delivery.local().merged(),
                edits.edits(),
                reconciled.notes(),
                CodeOwners.in(delivery.local().tree(), downstream.blobs()));
        PullRequestText unchecked = wording.text(facts);
        List<CheckResult> checks = options.checks()
                .run(
                        Validating.context(delivery, draft.context(), reconciled, tree, reconciler.notes()),
                        unchecked.title() + "\n" + unchecked.body(),
                        delivery.rule().validation());
        List<Objection> objections = FailedChecks.objections(checks);
        if (!objections.isEmpty()) {
            SyncValidation validation =
                    new SyncValidation(delivery.rule().id(), delivery.release().label(), checks);
            return delivery.settled(new RuleOutcome.Blocked(objections), reconciled.notes(), Optional.of(validation));
        }
        PullRequestText text = wording.text(facts.checked(checks));
        return new Proposing(downstream.blobs())
                .propose(delivery, edits, reconciler.made(), reconciled.notes(), checks, text);
    }

    private static Draft ended(Delivery delivery, List<Objection> objections) {
        return new Draft.Ended(delivery.settled(new RuleOutcome.Blocked(objections), List.of(), Optional.empty()));
    }
}
