package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.util.FS;

/**
 * Repositories that are open in this JVM, each once. Whoever borrows objects from one of them (git's alternates) then
 * shares its indexes and its cached windows instead of loading its own.
 */
final class Leases {
    private static final Map<Path, Shared> OPEN = new HashMap<>();

    private Leases() {}

    /** Opens the repository, or joins those who have it open. The lease is to be closed. */
    static Lease of(Path gitDir) throws IOException {
        synchronized (OPEN) {
            Path key = gitDir.toRealPath();
            Shared shared = OPEN.get(key);
            if (shared == null) {
                PinnedRepository repository = PinnedRepository.open(key);
                shared = new Shared(repository, register(key, repository));
                OPEN.put(key, shared);
            }
            shared.users++;
            return new Lease(key, shared.repository);
        }
    }

    private static boolean register(Path gitDir, PinnedRepository repository) {
        boolean free = !RepositoryCache.getRegisteredKeys().contains(key(gitDir));
        if (free) {
            RepositoryCache.register(repository);
        }
        return free;
    }

    private static RepositoryCache.FileKey key(Path gitDir) {
        return RepositoryCache.FileKey.exact(gitDir.toFile(), FS.DETECTED);
    }

    private static void end(Path key) {
        synchronized (OPEN) {
            Shared shared = OPEN.get(key);
            if (shared != null && --shared.users == 0) {
                OPEN.remove(key);
                if (shared.registered) {
                    RepositoryCache.unregister(key(key));
                }
                shared.repository.close();
            }
        }
    }

    private static final class Shared {
        private final PinnedRepository repository;
        /** False if the host had it open before; then that one is what others borrow from. */
        private final boolean registered;

        private int users;

        private Shared(PinnedRepository repository, boolean registered) {
            this.repository = repository;
            this.registered = registered;
        }
    }

    /** The right to use an open repository until it is closed. */
    static final class Lease implements AutoCloseable {
        private final Path key;
        private final PinnedRepository repository;
        private boolean ended;

        private Lease(Path key, PinnedRepository repository) {
            this.key = key;
            this.repository = repository;
        }

        PinnedRepository repository() {
            return repository;
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                end(key);
            }
        }
    }
}
