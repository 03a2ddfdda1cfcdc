package io.agent33.sync.benchmarks;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.ArrayList;
import java.util.List;

/** An upstream in memory with two releases: 10,000 files in 500 folders, and five of them changed. */
final class LargeUpstream {
    static final String FIRST = "v1.0.0";
    static final String SECOND = "v1.1.0";

    private static final int FOLDERS = 500;
    private static final int FILES = 20;

    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");

    LargeUpstream() {
        MemoryCommit first = upstream.commit("first");
        paths().forEach(path -> first.file(path, path + "\n"));
        first.tag(FIRST);
        MemoryCommit second = upstream.commit("second");
        paths().stream().limit(5).forEach(path -> second.file(path, path + " again\n"));
        second.tag(SECOND);
    }

    MemoryUpstream repository() {
        return upstream;
    }

    FileTree tree(String release) {
        return upstream.tree(upstream.resolve(release).orElseThrow().commit());
    }

    static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (int folder = 0; folder < FOLDERS; folder++) {
            for (int file = 0; file < FILES; file++) {
                paths.add("core/part" + folder % 10 + "/section" + folder + "/FILE_" + file + ".md");
            }
        }
        return paths;
    }
}
