package io.agent33.sync.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class ManifestFormatTest {
    private static final ObjectId BLOB = ObjectId.of("a".repeat(40));
    private static final String FILE = ".agent33-sync-state/r/manifest.yaml";

    @Test
    void whatIsWrittenIsReadBack() throws ManifestException {
        Manifest manifest = manifest(file("core/a.md", "docs/a.md"), file("core/run.sh", "docs/run.sh"));

        assertThat(ManifestFormat.read(FILE, ManifestFormat.write(manifest))).isEqualTo(manifest);
    }

    @Test
    void itIsYamlForAnyReader() throws Exception {
        Manifest manifest = manifest(file("core/\"odd\" näme: #1.md", "docs/\"odd\".md".replace("\"", "'")));

        JsonNode yaml = new YAMLMapper().readTree(ManifestFormat.write(manifest));

        assertThat(yaml.get("format").asInt()).isEqualTo(1);
        assertThat(yaml.get("release").asText()).isEqualTo("v2.4.0");
        assertThat(yaml.get("files").get(0).get("source").asText()).isEqualTo("core/\"odd\" näme: #1.md");
        assertThat(yaml.get("files").get(0).get("mode").asText()).isEqualTo("100644");
    }

    @Test
    void aFileMoreIsALineMore() {
        String one = text(manifest(file("core/a.md", "a.md")));
        String two = text(manifest(file("core/a.md", "a.md"), file("core/b.md", "b.md")));

        assertThat(two.lines().count()).isEqualTo(one.lines().count() + 1);
    }

    @Test
    void filesStandInTheOrderOfTheirTargetsWhateverTheOrderGiven() {
        assertThat(manifest(file("x", "b.md"), file("y", "a.md")))
                .isEqualTo(manifest(file("y", "a.md"), file("x", "b.md")));
    }

    @Test
    void anEmptyDeliveryIsReadBack() throws ManifestException {
        assertThat(ManifestFormat.read(FILE, ManifestFormat.write(manifest()))).isEqualTo(manifest());
    }

    @Test
    void anyChangedByteIsDetected() {
        byte[] written = ManifestFormat.write(manifest(file("core/a.md", "docs/a.md"), file("core/b.md", "docs/b.md")));
        Random random = new Random(7);
        for (int i = 0; i < written.length; i++) {
            byte[] damaged = written.clone();
            damaged[i] ^= (byte) (1 << random.nextInt(7));
            int place = i;
            assertThatThrownBy(() -> ManifestFormat.read(FILE, damaged))
                    .as("bit flipped in byte %d", place)
                    .isInstanceOf(ManifestException.class)
                    .hasMessageContaining(FILE);
        }
    }

    @Test
    void anyCutIsDetected() {
        byte[] written = ManifestFormat.write(manifest(file("core/a.md", "docs/a.md")));
        for (int length = 0; length < written.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(written, length);
            assertThatThrownBy(() -> ManifestFormat.read(FILE, cut)).isInstanceOf(ManifestException.class);
        }
    }

    @Test
    void aHandEditIsToldFromANewerFormat() {
        String text = text(manifest(file("core/a.md", "docs/a.md")));

        assertThat(objection(text.replace("v2.4.0", "v2.5.0"))).isEqualTo("manifest-edited");
        assertThat(objection(text.replace("format: 1", "format: 2"))).isEqualTo("manifest-newer");
        assertThat(objection("not a manifest\n")).isEqualTo("manifest-damaged");
    }

    @Test
    void aResignedButUnreadableManifestSaysWhere() {
        List<String> bodies = List.of(
                "format: 1\nrule: 7\n",
                "format: 1\nrule: \"r\"\nrelease: \"v1.0.0\"\n",
                head() + "files: {}\n",
                head() + "files:\n  - {\"source\": \"a\"}\n",
                head() + "files:\n  - " + entry().replace("100644", "100600") + "\n",
                head() + "files:\n  - " + entry().replace("docs/a.md", "../a.md") + "\n",
                head() + "files:\n  - " + entry().replace("delivered", "lost") + "\n",
                head() + "files:\n  - " + entry() + "\n  - " + entry() + "\n",
                head() + "files:\n  - " + entry() + "\nmore: \"x\"\n");
        for (String body : bodies) {
            assertThat(objection(signed(body))).as(body).isEqualTo("manifest-damaged");
        }
    }

    @Test
    void halfASurrogatePairIsNoText() {
        String before = head().replace("\"r\"", "\"%s\"") + "files: []\n";

        for (String half : List.of("\\ud800", "\\udabc", "\\udfff")) {
            assertThat(objection(signed(before.formatted(half)))).as(half).isEqualTo("manifest-damaged");
        }
        for (String whole : List.of("\\ud7ff", "\\ue000", "\\ud83d\\ude00")) {
            assertThat(objection(signed(before.formatted(whole)))).as(whole).isEqualTo("accepted");
        }
    }

    @Test
    void aLineWithoutItsEndIsShown() {
        assertThatThrownBy(
                        () -> ManifestFormat.read(FILE, (text(manifest()) + "more").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("a checksum in the last line")
                .hasMessageContaining("more");
    }

    private static String head() {
        return "format: 1\nrule: \"r\"\nrule_digest: \"d\"\nupstream: \"o/u\"\nrelease: \"v1.0.0\"\ncommit: \""
                + "b".repeat(40) + "\"\n";
    }

    private static String entry() {
        return text(manifest(file("core/a.md", "docs/a.md")))
                .lines()
                .filter(line -> line.startsWith("  - "))
                .findFirst()
                .orElseThrow()
                .substring(4);
    }

    private static String signed(String body) {
        return body + "checksum: \"" + DigestUtils.sha256Hex(body) + "\"\n";
    }

    private static String objection(String text) {
        try {
            ManifestFormat.read(FILE, text.getBytes(StandardCharsets.UTF_8));
            return "accepted";
        } catch (ManifestException e) {
            return e.objection().code();
        }
    }

    private static String text(Manifest manifest) {
        return new String(ManifestFormat.write(manifest), StandardCharsets.UTF_8);
    }

    private static Manifest manifest(ManifestFile... files) {
        return new Manifest("r", "d", "agent33/agent33", "v2.4.0", BLOB, new ArrayList<>(List.of(files)));
    }

    private static ManifestFile file(String source, String target) {
        return ManifestFile.delivered(
                source, RepoPath.of(target), new FileState(FileMode.REGULAR, BLOB), "c".repeat(64));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        String text = text(manifest(file("core/a.md", "docs/a.md")));
        long last = text.lines().count();

        assertThat(where(text.replace("v2.4.0", "v2.5.0"))).isEqualTo(FILE + ":" + last + ":1");
        assertThat(where(text.replace("format: 1", "format: 2"))).isEqualTo(FILE + ":2:1");
        assertThat(where(text + "more\n")).isEqualTo(FILE + ":" + (last + 1) + ":1");
        assertThat(where(signed("format: 1\n"))).isEqualTo(FILE + ":2:1");
        assertThat(where("format: 1\nrule: \"r\"")).startsWith(FILE + ":1:");
    }

    private static String where(String text) {
        try {
            return ManifestFormat.read(FILE, text.getBytes(StandardCharsets.UTF_8))
                    .toString();
        } catch (ManifestException e) {
            return e.objection().where().orElseThrow().toString();
        }
    }

    @Test
    void theReleaseOfABaselineThatWaitedIsReadBackAndIsNoOtherDelivery() {
        ManifestFile file = file("core/a.md", "docs/a.md");
        Manifest waited = manifest(file.passedOverAfter("v2.2.0").passedOverAfter("v2.3.0"));

        assertThat(text(waited)).contains("\"baseline_release\":\"v2.2.0\"");
        assertThat(objection(text(waited))).isEqualTo("accepted");
        assertThat(manifest(file).deliversTheSameAs(waited)).isTrue();
    }

    @Test
    void theSameDeliveriesAreToldFromOthers() {
        Manifest one = manifest(file("core/a.md", "docs/a.md"));

        assertThat(one.deliversTheSameAs(new Manifest("r", "other", one.upstream(), "v9.9.9", BLOB, one.files())))
                .isTrue();
        assertThat(one.deliversTheSameAs(manifest(file("core/b.md", "docs/a.md"))))
                .isFalse();
        assertThat(one.deliversTheSameAs(new Manifest("s", "d", one.upstream(), "v2.4.0", BLOB, one.files())))
                .isFalse();
        assertThat(one.deliversTheSameAs(new Manifest("r", "d", "other/upstream", "v2.4.0", BLOB, one.files())))
                .isFalse();
    }
}
