package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;

/**
 * What is about to be changed in a repository on this machine, noted in the cache. Git's lock files outlive a killed process
 * and then stop everyone. By the note the next run knows which of them may be its own, and by the mark that the note names,
 * of which its own are hard links, it knows which of them are; those it removes, and no other.
 */
final class PushIntent {
    /** A mark in a downstream; it tells people whose it is. */
    private static final String MARK = "tmp_agent33-sync_";

    private static final Pattern MARKS = Pattern.compile(MARK + "[0-9a-f-]{36}");

    private static final String NOTE = "pushing";

    private final Path note;
    private final Path gitDir;

    PushIntent(Mirror from, PinnedRepository to) {
        // Beside the cached repository, which may be replaced by another.
        this.note = from.gitDir().resolveSibling(NOTE);
        this.gitDir = to.getCommonDirectory().toPath();
    }

    /** Notes it; to be called under the lock of the mirror. */
    MarkedLocks declare(RefChange change) throws IOException {
        Path mark = gitDir.resolve(MARK + UUID.randomUUID());
        Files.writeString(note, change.ref() + "\n" + mark.getFileName() + "\n");
        MarkedLocks locks = new MarkedLocks(mark, () -> Files.deleteIfExists(note));
        // A branch that is made gets its content at once with its lock.
        Files.writeString(mark, change.deletes() ? "" : change.wanted().name() + "\n");
        return locks;
    }

    /** Whether somebody who noted something did not come to its end, or has not yet. */
    boolean isOpen() {
        return Files.exists(note);
    }

    /** The same, for whoever has nothing open. */
    static boolean isOpen(Path slot) {
        return Files.exists(slot.resolve(NOTE));
    }

    /** To be called under the lock of the mirror: whoever left a note is then dead. */
    void recover() throws IOException {
        if (isOpen()) {
            List<String> lines = Files.readAllLines(note);
            // One that was cut off was followed by nothing.
            if (lines.size() == 2
                    && lines.get(0).startsWith(Constants.R_REFS)
                    && MARKS.matcher(lines.get(1)).matches()) {
                MarkedLocks.removeLeft(gitDir.resolve(lines.get(1)), locks(lines.get(0)));
            }
            Files.deleteIfExists(note);
        }
    }

    /** The lock files that stand for a change of this reference. */
    List<Path> locks(RefChange change) {
        return locks(change.ref());
    }

    private List<Path> locks(String ref) {
        return List.of(MarkedLocks.of(gitDir.resolve(ref)), MarkedLocks.of(gitDir.resolve(Constants.PACKED_REFS)));
    }
}
