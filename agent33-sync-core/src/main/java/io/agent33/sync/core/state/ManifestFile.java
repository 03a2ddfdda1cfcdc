package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;

/**
 * One delivered file in a manifest (S9).
 *
 * @param source the upstream path
 * @param target where it was delivered
 * @param state mode and blob
 * @param sha256 of the content, 64 hex digits
 * @param status what became of it
 */
public record ManifestFile(String source, RepoPath target, FileState state, String sha256, FileStatus status) {}
