package io.agent33.sync;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;

/**
 * What an {@link Onboarding} made in a clone of the upstream, for a person to push.
 *
 * @param branch its branch
 * @param commit its one commit
 * @param base the branch that it is made on
 * @param paths what it changes, in order
 */
public record UpstreamChange(String branch, ObjectId commit, String base, List<RepoPath> paths) {
    public UpstreamChange {
        paths = List.copyOf(paths);
    }
}
