package io.agent33.sync.testkit.assertion;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Proposal}: which paths it changes, and how. */
public final class ProposalAssert extends AbstractAssert<ProposalAssert, Proposal> {
    ProposalAssert(Proposal actual) {
        super(actual, ProposalAssert.class);
    }

    /** It adds a file at this path. */
    public ProposalAssert adds(String path) {
        return edits(PlannedEdit.Kind.ADDED, path);
    }

    /** It changes the file at this path. */
    public ProposalAssert modifies(String path) {
        return edits(PlannedEdit.Kind.MODIFIED, path);
    }

    /** It removes the file at this path. */
    public ProposalAssert removes(String path) {
        return edits(PlannedEdit.Kind.REMOVED, path);
    }

    /** It does not touch this path. */
    public ProposalAssert leaves(String path) {
        isNotNull();
        if (actual.edits().stream().anyMatch(edit -> edit.path().value().equals(path))) {
            failWithMessage("%s", "expected " + path + " to be left as it is, but" + story(actual));
        }
        return this;
    }

    /** It changes files at these paths and delivers nothing else; the engine's own files do not count. */
    public ProposalAssert deliversExactly(String... paths) {
        isNotNull();
        Assertions.assertThat(actual.deliveries())
                .as("deliveries of " + actual.ruleId())
                .extracting(edit -> edit.path().value())
                .containsExactlyInAnyOrder(paths);
        return this;
    }

    private ProposalAssert edits(PlannedEdit.Kind kind, String path) {
        isNotNull();
        boolean found = actual.edits().stream()
                .anyMatch(edit -> edit.kind() == kind && edit.path().value().equals(path));
        if (!found) {
            failWithMessage("%s", "expected " + path + " to be " + word(kind) + ", but" + story(actual));
        }
        return this;
    }

    static String word(PlannedEdit.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** All edits, one a line, for messages. */
    static String story(Proposal proposal) {
        return "\n" + proposal.repository() + " " + proposal.ruleId() + " " + proposal.release() + ":\n"
                + proposal.edits().stream()
                        .map(edit -> "  " + word(edit.kind()) + " " + edit.path())
                        .collect(Collectors.joining("\n"));
    }
}
