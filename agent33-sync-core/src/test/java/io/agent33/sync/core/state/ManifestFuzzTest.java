package io.agent33.sync.core.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever may write to the downstream may write a manifest, checksum included. */
class ManifestFuzzTest {
    private static final String FILE = ".agent33-sync-state/r/manifest.yaml";

    private final Fuzzing fuzzing = Fuzzing.of("manifest", ManifestFuzzTest::read)
            .samples(Stream.of(manifest(0), manifest(1), manifest(3)))
            .pieces(
                    "format: 1\n",
                    "format: 0\n",
                    "files: []\n",
                    "files:\n",
                    "  - {}",
                    "rule: \"\"\n",
                    "\"mode\":\"120000\"")
            .pieces("100755", "delivered", "checksum: \"", ",\"status\":\"delivered\"", "{\"a\":", "[", "#", "..");

    @Test
    void itIsReadExactlyOrRefusedInWords() {
        fuzzing.briefly(1_500);
    }

    @Test
    @Tag("slow")
    void itIsReadExactlyOrRefusedInWordsForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        return outcome(input) + ", " + outcome(signed(new String(input, UTF_8)));
    }

    private static String outcome(byte[] input) {
        try {
            Manifest manifest = ManifestFormat.read(FILE, input);
            byte[] written = ManifestFormat.write(manifest);
            assertThat(ManifestFormat.read(FILE, written)).isEqualTo(manifest);
            assertThat(lines(written)).as("lines that mean something").isEqualTo(lines(input));
            assertThat(manifest.files()).extracting(ManifestFile::target).doesNotHaveDuplicates();
            return "read";
        } catch (ManifestException e) {
            Said.fitForALine(e.getMessage());
            return e.objection().expected().replaceAll("[0-9]+", "");
        }
    }

    /** The last line replaced by one that fits what stands above it. */
    private static byte[] signed(String text) {
        int last = text.lastIndexOf("\nchecksum: ");
        String body = last < 0 ? text : text.substring(0, last + 1);
        return (body + "checksum: \"" + DigestUtils.sha256Hex(body) + "\"\n").getBytes(UTF_8);
    }

    private static long lines(byte[] manifest) {
        return Arrays.stream(new String(manifest, UTF_8).split("\n", -1))
                .dropWhile(line -> line.startsWith("#"))
                .count();
    }

    private static String manifest(int files) {
        List<ManifestFile> all = Stream.iterate(0, i -> i < files, i -> i + 1)
                .map(i -> ManifestFile.delivered(
                        "core/ü \"" + i + "\".md",
                        RepoPath.of("docs/" + i + ".md"),
                        new FileState(i == 1 ? FileMode.EXECUTABLE : FileMode.REGULAR, ObjectId.of("a".repeat(40))),
                        "c".repeat(64)))
                .toList();
        Manifest manifest =
                new Manifest("r", "d".repeat(64), "agent33/agent33", "v2.4.0", ObjectId.of("b".repeat(40)), all);
        return new String(ManifestFormat.write(manifest), UTF_8);
    }
}
