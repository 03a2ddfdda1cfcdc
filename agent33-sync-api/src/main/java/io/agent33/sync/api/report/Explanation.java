package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;

/**
 * What the rules of one downstream have to say of one path (S8).
 *
 * @param repository the downstream
 * @param path a delivered file, or an override
 * @param paths one for each rule that delivers it, or did; empty if none does
 * @param unplanned rules that got no further than these outcomes, and might deliver it
 */
public record Explanation(
        RepositoryId repository, RepoPath path, List<PathExplanation> paths, List<Settled> unplanned) {
    public Explanation {
        paths = List.copyOf(paths);
        unplanned = List.copyOf(unplanned);
    }
}
