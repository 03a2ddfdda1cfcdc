package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.plan.VersionOrder;
import io.agent33.sync.core.plan.local.StoredManifest;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.StateFolder;
import java.util.List;

/**
 * Rollbacks that wait although a newer release was merged since they were proposed (S11, S12). Both change the manifest, so
 * nobody can merge such a one as it stands; and made anew it would be refused, since it is not the last sync any more.
 *
 * <p>A newer release that is only proposed, or whose content for the rule is the same, overtakes nothing: which of the two is
 * wanted, a person decides by merging one.
 */
final class OvertakenRollbacks {
    private OvertakenRollbacks() {}

    /** @param waiting the rule's branches of that purpose, all of them the engine's own */
    static List<BranchTip> of(DownstreamRepository downstream, String ruleId, ObjectId base, List<BranchTip> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        StateFolder folder = new StateFolder(ruleId);
        FileTree head = downstream.tree(base);
        return StoredManifest.read(downstream, head, folder).map(Manifest::release).stream()
                .flatMap(merged -> waiting.stream().filter(branch -> isOlder(branch, ruleId, merged)))
                .filter(branch -> !StoredManifest.blob(proposedOn(downstream, branch), folder)
                        .equals(StoredManifest.blob(head, folder)))
                .toList();
    }

    private static boolean isOlder(BranchTip branch, String ruleId, String merged) {
        return BranchNames.release(branch, ruleId, Purpose.ROLLBACK)
                .filter(label -> VersionOrder.isOlder(label, merged))
                .isPresent();
    }

    private static FileTree proposedOn(DownstreamRepository downstream, BranchTip branch) {
        return downstream.tree(downstream.commit(branch.commit()).parents().get(0));
    }
}
