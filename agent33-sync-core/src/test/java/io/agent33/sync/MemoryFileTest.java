package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of texts that is there whole, or not at all. */
class MemoryFileTest {
    private static final int WRITES = 200;

    @TempDir
    Path folder;

    /** What one of two processes writes, long enough for more than one write to the disk. */
    private static List<String> texts(String writer) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            texts.add(writer + i);
        }
        return texts;
    }

    /** The other process. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            for (int i = 0; i < WRITES; i++) {
                new MemoryFile(Path.of(arguments[0])).write(texts("theirs"));
            }
        }
    }

    @Test
    void twoProcessesLeaveOneWholeEntryAtAnyMoment() throws Exception {
        Path file = folder.resolve("entry");
        MemoryFile ours = new MemoryFile(file);
        ours.write(texts("ours"));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        boolean theirs = false;
        while (other.isAlive()) {
            List<String> read = ours.read().orElseThrow();
            assertThat(read).isIn(List.of(texts("ours"), texts("theirs")));
            theirs |= read.get(0).startsWith("theirs");
            if (theirs) {
                ours.write(texts("ours"));
            }
        }
        assertThat(other.waitFor()).as(() -> said(folder)).isZero();
        assertThat(theirs).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("entry", "said");
        }
    }

    private static String said(Path folder) {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void anyTextComesBack() throws IOException {
        List<String> texts = List.of("", "1:", "\n", "ä\uD83D\uDE00", ":", "12:3");
        MemoryFile file = new MemoryFile(folder.resolve("entry"));

        file.write(texts);

        assertThat(file.read()).isEqualTo(Optional.of(texts));
    }

    @Test
    void aLinkOrAFolderInItsPlaceIsNoEntry() throws IOException {
        MemoryFile file = new MemoryFile(folder.resolve("entry"));
        file.write(List.of("a"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("entry"));

        assertThat(new MemoryFile(link).read()).isEmpty();
        assertThat(new MemoryFile(Files.createDirectory(folder.resolve("folder"))).read())
                .isEmpty();
    }
}
