package io.agent33.sync.core.print;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.text.OneLine;
import java.util.function.Function;

/** A plan as a unified diff; comment lines start with {@code #} and stand where git skips them. */
final class PlanDiff {
    private final Output out;
    private final Function<RepositoryId, BlobSource> contents;
    private final long limit;

    PlanDiff(Output out, Function<RepositoryId, BlobSource> contents, long limit) {
        this.out = out;
        this.contents = contents;
        this.limit = limit;
    }

    void write(SyncPlan plan) {
        out.line("# " + Outcomes.phrase(Outcomes.ofPlans(plan.rules())) + ", digest " + plan.digest());
        plan.proposals().forEach(this::write);
    }

    private void write(Proposal proposal) {
        out.line("# " + proposal.repository() + " " + proposal.ruleId() + " "
                + proposal.release().label() + " onto "
                + OneLine.of(proposal.base().branch()) + " at "
                + proposal.base().commit().hex());
        int own = proposal.edits().size() - proposal.deliveries().size();
        if (own > 0) {
            out.line("# not shown: " + Phrases.number(own, "file") + " of the sync's own records");
        }
        FileDiff diff = new FileDiff(out, contents.apply(proposal.repository()), limit);
        proposal.deliveries().forEach(diff::write);
    }
}
