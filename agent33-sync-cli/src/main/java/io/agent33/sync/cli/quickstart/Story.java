package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What the tour tells. Every command in it works when it is pasted into a shell. */
final class Story {
    /** Set by the launcher script: how it was called. */
    private static final String COMMAND = "agent33.sync.command";

    private final Sample sample;
    private final PrintWriter out;

    Story(Sample sample, PrintWriter out) {
        this.sample = sample;
        this.out = out;
    }

    void beginning() {
        say("Files travel from one git repository into three others. Everything is in " + sample.folder());
        say("");
        say("  upstream/agent33/agent33.git     the canonical files: releases v1.0.0 and v1.1.0, and three rules");
        say("  downstreams/org/webapp.git       takes core/orchestrator/ as copies");
        say("  downstreams/org/api-service.git  takes core/prompts/ and core/schemas/ as copies");
        say("  downstreams/org/docs-site.git    takes core/agents/ as references: stubs that name the document");
        say("");
        say("A rule is a few lines of YAML in the upstream. This is webapp's:");
        say("");
        quote(Sample.webappRule());
        say("");
    }

    void firstRelease(SyncPlan plan) {
        say("1. v1.0.0 is synced: a branch and a pull request each, which somebody merges");
        say("");
        for (Proposal proposal : plan.proposals()) {
            say("  " + padded(proposal.repository()) + counts(proposal.counts()));
        }
        say("");
    }

    void secondRelease() {
        say("2. v1.1.0 is synced: its pull requests wait for a review");
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

    void fullText(Proposal proposal) {
        say("  The text of " + proposal.repository() + "'s:");
        say("");
        quote(proposal.text().body());
        say("");
    }

    void ending() {
        String webapp = git(sample.downstream(Sample.WEBAPP));
        say("3. Look around with plain git");
        say("");
        say("  Webapp's history, the merged sync and the one that waits:");
        command(webapp + " log --graph --oneline --all");
        say("  What it holds, and what the sync remembers of it in .agent33-sync-state/:");
        command(webapp + " ls-tree -r --name-only main");
        say("  Which rule, release and commit a change came from:");
        command(webapp + " log -1 --format=%B agent33-sync/v1.1.0/webapp-orchestrator");
        say("  The rules:");
        command(git(sample.upstream()) + " show main:core/orchestrator/distribution/rules/");
        say("  Sync again; nothing is new, so nothing is written:");
        command(Shell.quoted(System.getProperty(COMMAND, "agent33-sync")) + " run"
                + option("--upstream", sample.upstream().toString())
                + option("--downstream-url", sample.downstreamTemplate())
                + option("--publish-to", sample.pullRequests().toString())
                + option("--cache", sample.cache().toString()));
        say("  Clean up:");
        command("rm -r " + Shell.quoted(sample.folder().toString()));
    }

    private static String option(String name, String value) {
        return " " + name + " " + Shell.quoted(value);
    }

    private static String git(Path repository) {
        return "git --git-dir " + Shell.quoted(repository.toString());
    }

    private static String counts(FileCounts counts) {
        return counts.added() + " added, " + counts.modified() + " modified, " + counts.removed() + " removed";
    }

    private static String padded(RepositoryId repository) {
        return String.format(Locale.ROOT, "%-17s", repository);
    }

    private void detail(String name, String value) {
        say("    " + String.format(Locale.ROOT, "%-8s", name) + value);
    }

    private void quote(String text) {
        text.lines().forEach(line -> say(line.isEmpty() ? "    |" : "    | " + line));
    }

    private void command(String command) {
        say("    " + command);
    }

    private void say(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
