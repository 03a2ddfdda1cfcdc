package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees and edits, against the in-memory form and git's own check. */
class TreeBuilderPropertyTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final List<String> NAMES = List.of("a", "a.b", "a0", "a-b", "B", "é", "\uFF5E", "\uD83D\uDE00", "z");
    private static final List<String> TEXTS = List.of("1", "2", "3\n");
    private static final int ROUNDS = 100;

    @TempDir
    private Path folder;

    @Test
    void bothFormsMakeTheSameTreesAndRefuseTheSameEdits() {
        int built = 0;
        int refused = 0;
        MemoryDownstream memory = MemoryDownstreams.empty().create(ID.value());
        GitFolder repository = GitFolder.make(folder, ID + ".git", memory.git().fixture());
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            memory.git().become(new MemoryGit().fixture());
            MemoryCommit commit = memory.commit("round " + seed);
            files(random).forEach(commit::file);
            commit.id();
            repository.become(memory.git().fixture());
            List<TreeEdit> edits = edits(random);

            Optional<ObjectId> expected = built(memory.open(), edits);
            Optional<ObjectId> actual = built(
                    GitDownstreams.byTemplate(folder + "/{repo}.git")
                            .cache(folder.resolve("cache"))
                            .open(ID),
                    edits);

            assertThat(actual).as("seed %d: %s", seed, edits).isEqualTo(expected);
            built += actual.isPresent() ? 1 : 0;
            refused += actual.isPresent() ? 0 : 1;
        }

        assertThat(built).as("of %d rounds", ROUNDS).isGreaterThan(ROUNDS / 4);
        assertThat(refused).as("of %d rounds", ROUNDS).isGreaterThan(ROUNDS / 10);
        Plain.assertSound(Plain.cached(folder.resolve("cache"), "downstream").get(0));
    }

    private static Optional<ObjectId> built(DownstreamRepository downstream, List<TreeEdit> edits) {
        try (downstream) {
            for (String text : TEXTS) {
                downstream
                        .blobs()
                        .put(new ByteArrayInputStream(GitObject.blob(text).content()), text.length());
            }
            ObjectId base = downstream.base(Optional.empty()).commit();
            return Optional.of(downstream.buildTree(base, edits, downstream.blobs()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> files(Random random) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String path = path(random);
            boolean fits = files.keySet().stream()
                    .noneMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
            if (fits) {
                files.put(path, text(random));
            }
        }
        return files;
    }

    private static List<TreeEdit> edits(Random random) {
        List<TreeEdit> edits = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            RepoPath path = RepoPath.of(path(random));
            FileMode mode = random.nextInt(4) == 0 ? FileMode.EXECUTABLE : FileMode.REGULAR;
            edits.add(
                    random.nextInt(3) == 0
                            ? TreeEdit.delete(path)
                            : TreeEdit.put(
                                    path,
                                    new FileState(
                                            mode, GitObject.blob(text(random)).id())));
        }
        return edits;
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(name(random));
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.append('/').append(name(random));
        }
        return path.toString();
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
