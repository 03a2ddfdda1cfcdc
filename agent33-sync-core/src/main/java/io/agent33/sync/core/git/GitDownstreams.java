package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Downstreams in git repositories (S1). To be called by hosts:
 *
 * <pre>{@code
 * GitDownstreams.byTemplate("https://github.com/{repo}.git", GitCredentials.token(token))
 * }</pre>
 *
 * <p>Of a downstream that is reached over a network, the tip of the base branch is fetched, without its history; more only
 * when history is asked for, and nothing that the cache holds already. One that lies on this machine is read where it is.
 * A push sends the new objects only and moves one branch, if that is still where it was expected.
 *
 * <p>Each option gives another object and leaves this one as it is. Instances are thread-safe; opening a repository asks
 * nobody yet.
 */
public final class GitDownstreams implements DownstreamRepositories {
    private static final String NAME = "{repo}";

    private final String template;
    private final Access access;
    private final Optional<GitCache> cache;
    private final Optional<GitSigning> signing;

    private GitDownstreams(String template, Access access, Optional<GitCache> cache, Optional<GitSigning> signing) {
        this.template = template;
        this.access = access;
        this.cache = cache;
        this.signing = signing;
    }

    /**
     * Repositories at addresses of one form, without credentials.
     *
     * @param template any address that git knows, with <code>{repo}</code> for {@code owner/name}
     * @throws IllegalArgumentException if it lacks that, is no address, or holds credentials
     */
    public static GitDownstreams byTemplate(String template) {
        if (!template.contains(NAME)) {
            throw new IllegalArgumentException("a template for the addresses of downstreams has " + NAME
                    + " where a repository's owner/name belongs: \"" + Texts.oneLine(template) + "\"");
        }
        GitDownstreams downstreams = new GitDownstreams(template, Access.DEFAULT, Optional.empty(), Optional.empty());
        downstreams.address(RepositoryId.of("owner/name"));
        return downstreams;
    }

    /**
     * The one repository in a folder of this machine, bare or a clone with files, by whatever name it is asked for.
     *
     * @throws IllegalArgumentException if git knows no such address
     */
    public static GitDownstreams in(Path folder) {
        String address = folder.toAbsolutePath().normalize().toString();
        if (address.contains(NAME)) {
            throw new IllegalArgumentException(
                    "a folder without " + NAME + " in its name was expected: \"" + Texts.oneLine(address) + "\"");
        }
        GitDownstreams one = new GitDownstreams(address, Access.DEFAULT, Optional.empty(), Optional.empty());
        one.address(RepositoryId.of("owner/name"));
        return one;
    }

    /** The same with somebody who knows the logins. */
    public static GitDownstreams byTemplate(String template, GitCredentials credentials) {
        return byTemplate(template).credentials(credentials);
    }

    /** Who knows the logins. The default is {@link GitCredentials#none}. */
    public GitDownstreams credentials(GitCredentials credentials) {
        return new GitDownstreams(template, access.credentials(credentials), cache, signing);
    }

    /** Where to keep what was fetched. The default is {@link GitCache#shared}. */
    public GitDownstreams cache(GitCache other) {
        return new GitDownstreams(template, access, Optional.of(other), signing);
    }

    /** The same by a folder, which need not exist. */
    public GitDownstreams cache(Path folder) {
        return cache(GitCache.at(folder));
    }

    /** Where to keep what was fetched, unless that was said before: an upstream's cache, so that both share one. */
    public GitDownstreams cacheUnlessGiven(GitCache other) {
        return cache.isPresent() ? this : cache(other);
    }

    /**
     * The longest silence of a network connection. The default is 30 seconds.
     *
     * @throws IllegalArgumentException if it is shorter than one second or longer than seven days
     */
    public GitDownstreams timeout(Duration timeout) {
        return new GitDownstreams(template, access.timeout(timeout), cache, signing);
    }

    /**
     * The longest that one exchange may take as a whole, be it ever so busy, and the longest wait for another process that
     * works in the cache, or for a hook of a repository on this machine. The default is 30 minutes.
     *
     * @throws IllegalArgumentException if it is shorter than one second or longer than seven days
     */
    public GitDownstreams deadline(Duration deadline) {
        return new GitDownstreams(template, access.deadline(deadline), cache, signing);
    }

    /** Who signs the commits that are pushed. The default is nobody. */
    public GitDownstreams signing(GitSigning other) {
        return new GitDownstreams(template, access, cache, Optional.of(other));
    }

    @Override
    public DownstreamRepository open(RepositoryId id) {
        return new GitDownstream(id, address(id), access, cache.orElseGet(GitCache::shared), signing);
    }

    private Address address(RepositoryId id) {
        return Address.of(template.replace(NAME, id.value()));
    }

    @Override
    public String toString() {
        return "downstreams at " + Texts.oneLine(template);
    }
}
