/**
 * Upstream and downstream as real git repositories, by JGit: the only room that knows it.
 *
 * <p>There is never a work tree. Whatever is fetched lies in a {@link io.agent33.sync.core.git.GitCache}, which processes
 * and threads may share, which survives a kill at any moment, and which may be deleted whenever nobody uses it. Nothing
 * that a user or a system configured for git ({@code ~/.gitconfig}, {@code /etc/gitconfig}, {@code GIT_*} variables)
 * changes what happens here; what {@code ~/.ssh} says of keys and hosts is heeded, and so are the JVM's proxies and
 * certificates.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.git;

import javax.annotation.ParametersAreNonnullByDefault;
