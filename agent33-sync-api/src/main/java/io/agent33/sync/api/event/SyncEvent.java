package io.agent33.sync.api.event;

import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.RepositoryId;

/** A step of a run. */
public sealed interface SyncEvent {
    /** The rules are read; so many downstreams follow. */
    record RunStarted(int downstreams) implements SyncEvent {}

    /** Work on a downstream begins. */
    record DownstreamStarted(RepositoryId repository) implements SyncEvent {}

    /** A rule has its outcome. */
    record RuleFinished(RuleResult result) implements SyncEvent {}

    /** All rules of a downstream have theirs. */
    record DownstreamFinished(RepositoryId repository) implements SyncEvent {}
}
