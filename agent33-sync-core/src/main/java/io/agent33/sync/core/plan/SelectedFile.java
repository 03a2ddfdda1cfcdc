package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;

/** A source file and where it will lie. */
record SelectedFile(TreeEntry source, RepoPath target) {}
