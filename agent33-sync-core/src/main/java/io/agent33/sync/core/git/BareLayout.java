package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** What makes a folder a bare repository, and no more: no hooks, no description, no samples. */
final class BareLayout {
    private static final List<String> FOLDERS = List.of("objects/info", "objects/pack", "refs/heads", "refs/tags");
    private static final List<String> NEEDED = List.of("HEAD", "config", "objects/pack", "refs");

    /** Nothing is ever collected: what is too much is made anew. */
    private static final String CONFIG =
            "[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tcompression = 1\n[gc]\n\tauto = 0\n";

    private BareLayout() {}

    static void write(Path gitDir) throws IOException {
        for (String name : FOLDERS) {
            Files.createDirectories(gitDir.resolve(name));
        }
        // JGit does not trust a folder that has just changed and lists it again at each look. This one is empty; when a
        // pack comes, its time changes.
        Files.setLastModifiedTime(gitDir.resolve("objects/pack"), FileTime.from(Instant.EPOCH));
        Files.writeString(gitDir.resolve("config"), CONFIG);
        Files.writeString(gitDir.resolve("HEAD"), "ref: refs/heads/none\n");
    }

    static boolean isComplete(Path gitDir) {
        return NEEDED.stream().allMatch(name -> Files.exists(gitDir.resolve(name)));
    }
}
