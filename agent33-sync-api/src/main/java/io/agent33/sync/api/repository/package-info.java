/** Values and ports for git repositories: safe paths, trees, commits, and compare-and-set branches. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.repository;

import javax.annotation.ParametersAreNonnullByDefault;
