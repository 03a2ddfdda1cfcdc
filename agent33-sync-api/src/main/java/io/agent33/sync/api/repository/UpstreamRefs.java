package io.agent33.sync.api.repository;

import java.util.List;

/**
 * Where the upstream's names point, read at one moment.
 *
 * @param head the default branch
 * @param tags all tags that lead to a commit, releases or not, in the order of their names
 */
public record UpstreamRefs(Revision head, List<Revision> tags) {
    public UpstreamRefs {
        tags = List.copyOf(tags);
    }
}
