package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;
import java.util.List;
import java.util.Optional;

/** How far a rule's merged content is behind (S13). Thread-safe. */
final class MissedReleases {
    private final UpstreamView view;

    MissedReleases(UpstreamView view) {
        this.view = view;
    }

    /**
     * How many newer releases have other files for the rule than the release before them.
     *
     * @param label of what is merged
     * @param commit of what is merged; if no name leads to it any more, the release that has its label stands for it
     */
    int after(String label, ObjectId commit, SyncRule rule) {
        Optional<ObjectId> before = view.reaches(commit)
                ? Optional.of(commit)
                : view.releases().named(label).map(Release::commit);
        int missed = 0;
        for (Release release : view.releases().newerThan(label, rule.prereleases())) {
            List<SelectedFile> files = files(rule, release.commit());
            if (before.isEmpty() || !files.equals(files(rule, before.get()))) {
                missed++;
            }
            before = Optional.of(release.commit());
        }
        return missed;
    }

    private List<SelectedFile> files(SyncRule rule, ObjectId commit) {
        return view.at(commit).select(rule).files();
    }
}
