package io.agent33.sync.core.git;

import java.io.IOException;
import javax.annotation.Nullable;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit learns of the machine while one thread is in {@link QuietJGit}: for that thread no user's and no system's
 * configuration; for every other thread what the host says, and the clock of file systems on top, because JGit asks for
 * that on a thread of its own choice.
 */
final class QuietReader extends SystemReader.Delegate {
    private static final String CLOCK = "org.eclipse.jgit.util.FS$FileStoreAttributes";

    private final SystemReader host;
    private final Thread quiet;

    QuietReader(SystemReader host, Thread quiet) {
        super(host);
        this.host = host;
        this.quiet = quiet;
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        if (isQuiet()) {
            return new Nothing(null, null);
        }
        return new FileSystemClock(asksForClock() ? usersAlone() : hosts());
    }

    /** JGit itself asks, by a thread of its own. */
    private static boolean asksForClock() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(CLOCK)));
    }

    /** Without the system's configuration, which JGit would start a git process to find. */
    private StoredConfig usersAlone() throws IOException {
        FileBasedConfig config = host.openUserConfig(null, FS.DETECTED);
        try {
            config.load();
            return config;
        } catch (ConfigInvalidException e) {
            return new Nothing(null, null);
        }
    }

    /** A host whose configuration cannot be read hears of it from others. */
    private StoredConfig hosts() throws IOException {
        try {
            return host.getUserConfig();
        } catch (ConfigInvalidException e) {
            return new Nothing(null, null);
        }
    }

    @Override
    public StoredConfig getSystemConfig() throws ConfigInvalidException, IOException {
        return isQuiet() ? new Nothing(null, null) : host.getSystemConfig();
    }

    @Override
    public StoredConfig getJGitConfig() throws ConfigInvalidException, IOException {
        return isQuiet() ? new Nothing(null, null) : host.getJGitConfig();
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return isQuiet() ? new Nothing(parent, fs) : host.openUserConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return isQuiet() ? new Nothing(parent, fs) : host.openSystemConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return isQuiet() ? new Nothing(parent, fs) : host.openJGitConfig(parent, fs);
    }

    @Nullable
    @Override
    public String getenv(String variable) {
        return isQuiet() && variable.startsWith("GIT_") ? null : host.getenv(variable);
    }

    private boolean isQuiet() {
        return Thread.currentThread() == quiet;
    }

    /** A configuration file that is not there. */
    private static final class Nothing extends FileBasedConfig {
        Nothing(@Nullable Config parent, @Nullable FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }

    /**
     * How coarse the time stamps of files are. Without an answer JGit measures it for three seconds at its first start on
     * a machine, and writes the result below the user's home.
     */
    private static final class FileSystemClock extends StoredConfig {
        private final StoredConfig host;

        FileSystemClock(StoredConfig host) {
            super(host);
            this.host = host;
        }

        @Nullable
        @Override
        public String getString(String section, @Nullable String subsection, String name) {
            String known = host.getString(section, subsection, name);
            return known == null && section.equals("filesystem") ? QuietJGit.TIME_STAMPS : known;
        }

        @Override
        public void load() throws IOException, ConfigInvalidException {
            host.load();
        }

        @Override
        public void save() throws IOException {
            host.save();
        }
    }
}
