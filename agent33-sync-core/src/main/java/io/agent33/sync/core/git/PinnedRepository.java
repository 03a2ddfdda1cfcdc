package io.agent33.sync.core.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.Nullable;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository on disk whose configuration is its own file's alone, as it was when it was opened. */
final class PinnedRepository extends FileRepository {
    @Nullable
    private final FileBasedConfig pinned;

    private final PreparedPacks preparedPacks = new PreparedPacks();

    private PinnedRepository(File gitDir) throws IOException {
        super(new FileRepositoryBuilder().setGitDir(gitDir).setup());
        pinned = super.getConfig();
        OtherObjectFormat.refuse(pinned);
    }

    /** To be called through {@link Leases}. */
    static PinnedRepository open(Path gitDir) throws IOException {
        return QuietJGit.open(gitDir, () -> {
            try {
                PinnedRepository repository = new PinnedRepository(gitDir.toFile());
                if (Files.exists(gitDir.resolve(CacheSlot.ALTERNATES))) {
                    // What it borrows objects from is opened at the first look, which had better be a quiet one.
                    repository.getObjectDatabase().has(ObjectId.zeroId());
                }
                return repository;
            } catch (IllegalArgumentException e) {
                throw new IOException("the configuration in " + gitDir + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /** Null only while the constructor of the superclass asks. */
    @Override
    public FileBasedConfig getConfig() {
        return pinned == null ? super.getConfig() : pinned;
    }

    /** Made of its objects, for those who borrow them. */
    PreparedPacks preparedPacks() {
        return preparedPacks;
    }

    /** What it borrows objects from has nothing in common with the repository at the other end. */
    @Override
    public Set<ObjectId> getAdditionalHaves() {
        return Set.of();
    }

    /** Whoever owns the repository decides when it is cleaned up. */
    @Override
    public void autoGC(ProgressMonitor monitor) {}
}
