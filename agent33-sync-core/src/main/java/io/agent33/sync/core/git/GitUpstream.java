package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The upstream in a git repository (S1, S10). To be called by hosts:
 *
 * <pre>{@code
 * GitUpstream.at("https://github.com/agent33/agent33.git").credentials(GitCredentials.token(token))
 * }</pre>
 *
 * <p>The address is any that git knows: {@code https}, {@code ssh} and {@code user@host:path}, {@code file}, a path, a
 * bundle file. All branches and tags are fetched, each object once, into the cache; as long as none of them moved, asking
 * costs one connection and no fetch. What was fetched stays readable until {@link #close}, whatever happens upstream.
 *
 * <p>Each option gives another upstream and leaves this one as it is. Instances are thread-safe; nothing is opened before
 * the first question.
 */
public final class GitUpstream implements UpstreamRepository {
    private final UpstreamSettings settings;
    private final Failures failures;
    private final Tally tally = new Tally();
    /** The last one is in use; those before it turned out to be damaged while others may still have read from them. */
    private final Deque<UpstreamMirror> opened = new ArrayDeque<>();

    private boolean closed;

    private GitUpstream(UpstreamSettings settings) {
        this.settings = settings;
        this.failures = Failures.of(settings.id().value(), settings.address());
    }

    /**
     * The upstream at an address.
     *
     * @throws IllegalArgumentException if it is no address, or holds credentials
     */
    public static GitUpstream at(String url) {
        return new GitUpstream(UpstreamSettings.of(Address.of(url)));
    }

    /** Its name. The default is the last two segments of the address, {@code local/<name>} if they make no name. */
    public GitUpstream id(RepositoryId id) {
        return new GitUpstream(settings.withId(id));
    }

    /** Who knows the login. The default is {@link GitCredentials#none}. */
    public GitUpstream credentials(GitCredentials credentials) {
        return new GitUpstream(settings.with(settings.access().credentials(credentials)));
    }

    /** Where to keep what was fetched. The default is {@link GitCache#shared}. */
    public GitUpstream cache(GitCache cache) {
        return new GitUpstream(settings.withCache(cache));
    }

    /** The same by a folder, which need not exist. */
    public GitUpstream cache(Path folder) {
        return cache(GitCache.at(folder));
    }

    /** Where it keeps what was fetched; the downstreams should keep theirs there too. */
    public GitCache cache() {
        return settings.cache();
    }

    /**
     * Where people find a file on the web. The default is GitHub's form for an {@code https} address, and none for any
     * other.
     *
     * @param template a URL with <code>{path}</code> and, if it shall be permanent, <code>{ref}</code>
     * @throws IllegalArgumentException if it is not such a URL
     */
    public GitUpstream webUrl(String template) {
        return new GitUpstream(settings.withWeb(WebPages.by(template)));
    }

    /**
     * The longest silence of a network connection. The default is 30 seconds.
     *
     * @throws IllegalArgumentException if it is shorter than one second or longer than seven days
     */
    public GitUpstream timeout(Duration timeout) {
        return new GitUpstream(settings.with(settings.access().timeout(timeout)));
    }

    /**
     * The longest that one exchange may take as a whole, be it ever so busy, and the longest wait for another process that
     * works in the cache. The default is 30 minutes.
     *
     * @throws IllegalArgumentException if it is shorter than one second or longer than seven days
     */
    public GitUpstream deadline(Duration deadline) {
        return new GitUpstream(settings.with(settings.access().deadline(deadline)));
    }

    @Override
    public RepositoryId id() {
        return settings.id();
    }

    @Override
    public Optional<String> location() {
        return Optional.of(settings.address().place());
    }

    @Override
    public UpstreamRefs refs() {
        return askedAfresh("read its branches and tags", UpstreamMirror::refs);
    }

    /** Told of a repository on this machine, as long as it is not open. */
    @Override
    public synchronized boolean isAt(UpstreamRefs refs) {
        return opened.isEmpty()
                && !closed
                && Glance.at(settings.address()).filter(now -> now.shows(refs)).isPresent();
    }

    @Override
    public Optional<Revision> resolve(String reference) {
        return askedAfresh("resolve \"" + Texts.oneLine(reference) + "\"", mirror -> mirror.resolve(reference));
    }

    @Override
    public Commit commit(ObjectId id) {
        return asked("read the commit " + id, mirror -> mirror.commit(id));
    }

    @Override
    public FileTree tree(ObjectId commit) {
        return asked("read the files of " + commit, mirror -> mirror.tree(commit));
    }

    @Override
    public BlobSource blobs() {
        return asked("open its cache", UpstreamMirror::blobs);
    }

    @Override
    public void history(ObjectId from, Collection<ObjectId> without, Predicate<Commit> visitor) {
        asked("read the history of " + from, mirror -> {
            mirror.history(from).visit(from, Set.copyOf(without), visitor);
            return true;
        });
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        return asked(
                "read the history of " + descendant,
                mirror -> mirror.history(descendant).isAncestor(ancestor, descendant));
    }

    @Override
    public Optional<URI> webAddress(String name, String path) {
        return settings.web().map(pages -> pages.page(name, path));
    }

    private interface Question<T> {
        T ask(UpstreamMirror mirror) throws IOException;
    }

    private <T> T asked(String what, Question<T> question) {
        return failures.attempt(what, () -> {
            UpstreamMirror mirror = mirror();
            return mirror.failures().attempt(what, () -> question.ask(mirror));
        });
    }

    /** With a new cached repository, if the one there is turns out to be damaged. */
    private <T> T askedAfresh(String what, Question<T> question) {
        try {
            return asked(what, question);
        } catch (RepositoryException e) {
            if (e.reason() != RepositoryException.Reason.CORRUPT) {
                throw e;
            }
            failures.attempt("make a new cache", this::renew);
            return asked(what, question);
        }
    }

    private synchronized UpstreamMirror mirror() throws IOException {
        if (closed) {
            throw new IllegalStateException("the upstream " + id() + " is closed");
        }
        return opened.isEmpty() ? renew() : opened.getLast();
    }

    private synchronized UpstreamMirror renew() throws IOException {
        opened.addLast(UpstreamMirror.open(settings, failures, tally));
        return opened.getLast();
    }

    @Override
    public Traffic traffic() {
        return tally.traffic();
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.forEach(UpstreamMirror::close);
        opened.clear();
    }

    @Override
    public String toString() {
        return id() + " at " + settings.address();
    }
}
