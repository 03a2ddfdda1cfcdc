package io.agent33.sync.core.git;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a downstream advertises, asked for as seldom as is truthful: one connection answers what the base branch is, what
 * the branches are, and brings a tip, if these follow each other at once. The same question again is a wish for news, and
 * a repository on this machine is simply asked each time.
 */
final class Looks implements AutoCloseable {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Remote remote;
    private final Mirror mirror;
    private final Set<ObjectId> seen = new HashSet<>();
    private final Set<ObjectId> told = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    /** Not used for a fetch yet. */
    private Optional<Session> session = Optional.empty();

    private Optional<Advertisement> advertisement = Optional.empty();
    private long since;

    Looks(Remote remote, Mirror mirror) {
        this.remote = remote;
        this.mirror = mirror;
    }

    Advertisement base() throws IOException {
        return look("base");
    }

    Advertisement branches() throws IOException {
        return look("branches");
    }

    private Advertisement look(String question) throws IOException {
        if (answered.contains(question) || !isFresh() || remote.lender().isPresent()) {
            forget();
        }
        if (advertisement.isEmpty()) {
            Session opened = remote.open(mirror, OptionalInt.of(1), Set.of());
            session = Optional.of(opened);
            since = System.nanoTime();
            advertisement = Optional.of(opened.advertisement());
            seen.addAll(opened.advertisement().branches().values());
        }
        answered.add(question);
        return advertisement.orElseThrow();
    }

    /** Makes sure that there was a first look. */
    void atLeastOnce() throws IOException {
        if (seen.isEmpty()) {
            look("what there is");
        }
    }

    private boolean isFresh() {
        return System.nanoTime() - since < AT_ONCE.toNanos();
    }

    /** Whether a tip was advertised, at some time. */
    boolean hasSeen(ObjectId tip) {
        return seen.contains(tip);
    }

    /** The caller now knows of this tip, and may ask for what came before it. */
    void tell(ObjectId tip) {
        told.add(tip);
    }

    /** Of the tips of now, those that callers know of; the default branch's if they know of none. */
    Set<ObjectId> told(Advertisement now) {
        Set<ObjectId> tips = new HashSet<>(now.branches().values());
        tips.retainAll(told);
        if (tips.isEmpty()) {
            now.head().flatMap(branch -> now.target(Constants.R_HEADS + branch)).ifPresent(tips::add);
        }
        return tips;
    }

    /** Brings a tip and its files. */
    void fetch(ObjectId tip) throws IOException {
        if (!isFresh()) {
            forget();
        }
        try (Session fetching =
                session.isPresent() ? session.get() : remote.open(mirror, OptionalInt.of(1), Set.of())) {
            session = Optional.empty();
            mirror.fetch(fetching, Set.of(tip));
        }
    }

    /** What was advertised may no longer be so. */
    void forget() {
        session.ifPresent(Session::close);
        session = Optional.empty();
        advertisement = Optional.empty();
        answered.clear();
    }

    @Override
    public void close() {
        forget();
    }
}
