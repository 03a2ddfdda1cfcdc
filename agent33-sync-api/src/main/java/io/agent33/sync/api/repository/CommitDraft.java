package io.agent33.sync.api.repository;

import java.time.Instant;
import java.util.Optional;

/**
 * A commit to be made the tip of a branch. Equal drafts give equal commit ids.
 *
 * @param branch the short name
 * @param expectedTip where the branch must point for the update to happen; empty if it must not exist
 * @param parent the commit that it is based on
 * @param tree from {@link DownstreamRepository#buildTree}
 * @param message the whole message, trailers included
 * @param author author and committer
 * @param time author's and committer's, in whole seconds, UTC
 */
public record CommitDraft(
        String branch,
        Optional<ObjectId> expectedTip,
        ObjectId parent,
        ObjectId tree,
        String message,
        Identity author,
        Instant time) {}
