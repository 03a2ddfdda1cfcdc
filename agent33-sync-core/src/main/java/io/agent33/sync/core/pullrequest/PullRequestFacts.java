package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.CheckResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pull request tells of.
 *
 * @param rule whose sync it is; its {@code source} is a valid glob
 * @param release what it delivers
 * @param previous the release that was merged before; empty on the first sync
 * @param edits all of them; the delivered ones are counted
 * @param checks what ran; one that is not among them reads {@code skip}
 * @param changelog what the upstream says about the files
 * @param sections further ones, in their order; those without lines are left out, and there are ten at most
 * @param owners of the delivered files, from CODEOWNERS
 * @param attention what it wants of a person
 */
public record PullRequestFacts(
        SyncRule rule,
        Release release,
        Optional<String> previous,
        List<PlannedEdit> edits,
        List<CheckResult> checks,
        ChangelogExcerpt changelog,
        List<BodySection> sections,
        List<String> owners,
        Attention attention) {
    static final int MAX_SECTIONS = 10;

    /** @throws IllegalArgumentException if there are more than ten sections */
    public PullRequestFacts {
        edits = List.copyOf(edits);
        checks = List.copyOf(checks);
        owners = List.copyOf(owners);
        sections =
                sections.stream().filter(section -> !section.lines().isEmpty()).toList();
        if (sections.size() > MAX_SECTIONS) {
            throw new IllegalArgumentException(sections.size() + " sections; at most " + MAX_SECTIONS);
        }
    }

    /** The same with what the checks say, and their findings as the last sections. */
    public PullRequestFacts checked(List<CheckResult> results) {
        List<BodySection> more = Stream.concat(sections.stream(), FindingSections.of(results).stream())
                .toList();
        return new PullRequestFacts(rule, release, previous, edits, results, changelog, more, owners, attention);
    }

    /** Where nothing waits for a person. */
    PullRequestFacts(
            SyncRule rule,
            Release release,
            Optional<String> previous,
            List<PlannedEdit> edits,
            List<CheckResult> checks,
            ChangelogExcerpt changelog,
            List<BodySection> sections) {
        this(rule, release, previous, edits, checks, changelog, sections, List.of(), Attention.NONE);
    }
}
