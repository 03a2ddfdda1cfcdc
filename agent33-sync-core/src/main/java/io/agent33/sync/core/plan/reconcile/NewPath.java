package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.OnExisting;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table's rows for a path without a record. */
final class NewPath {
    private final Policy policy;
    private final Contents contents;
    private final PathFacts facts;
    private final Ruling ruling;

    NewPath(Policy policy, Contents contents, PathFacts facts) {
        this.policy = policy;
        this.contents = contents;
        this.facts = facts;
        this.ruling = new Ruling(policy, facts, contents);
    }

    Verdict verdict() {
        if (facts.optedOut()) {
            return ruling.untouched(Row.NEVER_WANTED);
        }
        // Without a record and without a file upstream there is at most an orphan, which is no path of the rule.
        FileState rendered = facts.rendered().orElseThrow();
        return facts.override()
                .map(override -> withOverride(rendered, override))
                .orElseGet(() -> first(rendered));
    }

    private Verdict first(FileState rendered) {
        Optional<FileState> other = facts.present().filter(found -> !found.equals(rendered));
        if (other.isPresent() && policy.onExisting() == OnExisting.BLOCK) {
            return ruling.blocked(Reconciliation.unmanaged(facts.target(), other.get()));
        }
        other.ifPresent(found -> ruling.note(NoteKind.REPLACED));
        return ruling.upstreams(Row.FIRST, rendered, rendered);
    }

    private Verdict withOverride(FileState rendered, ObjectId override) {
        // What upstream would bring then is in no file yet: there is nothing to merge the markers from.
        if (contents.holdsMarkers(override, Set.of(rendered.id()))) {
            return ruling.frozen(NoteKind.MARKERS);
        }
        Set<ObjectId> known = new HashSet<>(List.of(override, rendered.id()));
        Optional<FileState> other =
                facts.present().filter(found -> !(found.mode().isFile() && known.contains(found.id())));
        if (other.isPresent() && policy.onExisting() == OnExisting.BLOCK) {
            return ruling.blocked(Reconciliation.unmanaged(facts.target(), other.get()));
        }
        if (override.equals(rendered.id())) {
            return redundant(rendered, other);
        }
        ruling.note(NoteKind.CONFIRM);
        other.ifPresent(found -> ruling.note(NoteKind.REPLACED));
        FileState target = new FileState(rendered.mode(), override);
        return ruling.customised(Row.FIRST_WITH_OVERRIDE, target, override, rendered);
    }

    /** It says what upstream says: kept now, it would be removed by the very next run. */
    private Verdict redundant(FileState rendered, Optional<FileState> other) {
        ruling.note(NoteKind.REDUNDANT_OVERRIDE);
        other.ifPresent(found -> ruling.note(NoteKind.REPLACED));
        return ruling.upstreams(Row.FIRST_WITH_OVERRIDE, rendered, rendered);
    }
}
