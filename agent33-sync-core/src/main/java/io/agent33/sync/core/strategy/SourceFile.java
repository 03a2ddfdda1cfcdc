package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;

/**
 * A file to be rendered.
 *
 * @param path upstream
 * @param state mode and blob upstream
 * @param target where it will lie
 */
public record SourceFile(String path, FileState state, RepoPath target) {}
