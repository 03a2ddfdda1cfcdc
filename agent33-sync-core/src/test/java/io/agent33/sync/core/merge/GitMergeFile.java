package io.agent33.sync.core.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.ConflictMarkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git binary's own merge of files, many at once in one process. */
final class GitMergeFile {
    /**
     * What git made of a triple.
     *
     * @param conflicts how many; 0 is clean
     */
    record Verdict(int conflicts, String text) {}

    private GitMergeFile() {}

    /** Merges with options such as {@code --diff3}; the labels are ours. */
    static List<Verdict> of(Path folder, List<Triple> triples, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String labels = " -L '" + ConflictMarkers.NAME + Triple.LABELS.local() + "' -L '" + ConflictMarkers.NAME
                + Triple.LABELS.base() + "' -L '" + ConflictMarkers.NAME + Triple.LABELS.upstream() + "' ";
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < triples.size(); i++) {
            Triple triple = triples.get(i);
            Files.writeString(folder.resolve(i + ".b"), triple.base());
            Files.writeString(folder.resolve(i + ".l"), triple.local());
            Files.writeString(folder.resolve(i + ".u"), triple.upstream());
            script.append("git merge-file -p --marker-size="
                            + MarkerLines.sizeFor(triple.base(), triple.local(), triple.upstream()) + " ")
                    .append(String.join(" ", options))
                    .append(labels)
                    .append(i + ".l " + i + ".b " + i + ".u > " + i + ".out; echo $? > " + i + ".rc\n");
        }
        run(folder, script.toString());
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < triples.size(); i++) {
            int status =
                    Integer.parseInt(Files.readString(folder.resolve(i + ".rc")).trim());
            assertThat(status).as("git's exit status on %s", triples.get(i)).isLessThan(128);
            verdicts.add(new Verdict(status, Files.readString(folder.resolve(i + ".out"))));
        }
        return verdicts;
    }

    private static void run(Path folder, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("all.sh"), script, UTF_8);
        ProcessBuilder builder = new ProcessBuilder("sh", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).isEmpty();
    }
}
