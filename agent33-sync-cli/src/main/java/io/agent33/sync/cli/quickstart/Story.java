package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What the tour tells. Every command in it works when it is pasted into a shell. */
final class Story {
    private final Sample sample;
    private final PrintWriter out;

    Story(Sample sample, PrintWriter out) {
        this.sample = sample;
        this.out = out;
    }

    void beginning() {
        say("Files travel from one repository into three others. Everything is in " + sample.folder());
        say("");
        say("  upstream/agent33/agent33.git     the canonical files: releases v1.0.0 and v1.1.0, and three rules");
        say("  downstreams/org/webapp.git       takes core/orchestrator/ as copies");
        say("  downstreams/org/api-service.git  takes core/prompts/ and core/schemas/ as copies");
        say("  downstreams/org/docs-site.git    takes core/agents/ as references: stubs that name the document");
        say("");
        say("A rule is a few lines of YAML in the upstream. This is webapp's:");
        say("");
        command(git(sample.upstream()) + " show main:core/orchestrator/distribution/rules/webapp.yaml");
        say("");
    }

    void firstRelease(SyncPlan plan) {
        say("1. v1.0.0 is synced, and somebody merges the pull requests");
        say("");
        for (Proposal proposal : plan.proposals()) {
            say("  " + padded(proposal.repository()) + counts(proposal.counts()));
        }
        say("");
    }

    void secondRelease() {
        say("2. v1.1.0 is synced; its pull requests wait for review");
        say("");
    }

    void pullRequest(Proposal proposal, RuleOutcome outcome) {
        say("  " + padded(proposal.repository()) + proposal.text().title());
        detail("branch", proposal.branch());
        detail("files", counts(proposal.counts()));
        if (outcome instanceof RuleOutcome.Proposed proposed
                && proposed.publication() instanceof Publication.Opened opened) {
            detail("text", opened.location());
        }
        detail("diff", git(sample.downstream(proposal.repository())) + " show " + proposal.branch());
        say("");
    }

    void ending() {
        RepositoryId webapp = Sample.WEBAPP;
        say("3. Look around");
        say("");
        say("  How webapp's history reads, and what it would be after the next merge:");
        command(git(sample.downstream(webapp)) + " log --graph --oneline --all");
        say("  What it holds now, and what the sync remembers of it:");
        command(git(sample.downstream(webapp)) + " ls-tree -r --name-only main");
        say("  Which rule, release and commit a change came from:");
        command(git(sample.downstream(webapp)) + " log -1 --format=%B agent33-sync/v1.1.0/webapp-orchestrator");
        say("  Sync again: nothing is new, so nothing is written:");
        command("agent33-sync run --upstream " + Shell.quoted(sample.upstream().toString()) + " --downstream-url "
                + Shell.quoted(sample.downstreamTemplate()) + " --publish-to "
                + Shell.quoted(sample.pullRequests().toString()) + " --cache "
                + Shell.quoted(sample.cache().toString()));
        say("  Clean up:");
        command("rm -r " + Shell.quoted(sample.folder().toString()));
    }

    private static String git(Path repository) {
        return "git --git-dir " + Shell.quoted(repository.toString());
    }

    private static String counts(FileCounts counts) {
        return counts.added() + " added, " + counts.modified() + " modified, " + counts.removed() + " removed";
    }

    private static String padded(RepositoryId repository) {
        return String.format("%-18s", repository);
    }

    private void detail(String name, String value) {
        say("      " + String.format("%-8s", name) + value);
    }

    private void command(String command) {
        say("    " + command);
    }

    private void say(String line) {
        out.print(line + "\n");
    }
}
