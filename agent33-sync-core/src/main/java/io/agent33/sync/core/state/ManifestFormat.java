package io.agent33.sync.core.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The manifest's bytes: YAML in which every value is also JSON, one line a file, so that a sync changes one line a file
 * and both writing and reading are exact. The last line is a SHA-256 over all lines above (S9).
 */
public final class ManifestFormat {
    /** The only format that this version writes and reads. */
    static final int VERSION = 1;

    static final String FIRST_LINE =
            "# What AGENT-33 sync delivered. Written by the engine; a hand edit is detected and blocks the rule.";
    static final String CHECKSUM = "checksum: ";
    static final JsonFactory JSON = new JsonFactory();

    private ManifestFormat() {}

    /** Writes a manifest; equal manifests give equal bytes. */
    public static byte[] write(Manifest manifest) {
        StringBuilder text = new StringBuilder(256 + 320 * manifest.files().size());
        text.append(FIRST_LINE).append('\n');
        text.append("format: ").append(VERSION).append('\n');
        line(text, "rule", manifest.ruleId());
        line(text, "rule_digest", manifest.ruleDigest());
        line(text, "upstream", manifest.upstream());
        line(text, "release", manifest.release());
        line(text, "commit", manifest.commit().hex());
        text.append(manifest.files().isEmpty() ? "files: []\n" : "files:\n");
        manifest.files().forEach(file -> file(text, file));
        String checksum = DigestUtils.sha256Hex(bytes(text));
        text.append(CHECKSUM).append(quoted(checksum)).append('\n');
        return bytes(text);
    }

    /**
     * Reads a manifest.
     *
     * @param file its path, for messages
     * @param content all of it
     * @throws ManifestException if it is damaged, from a newer format, or was edited by hand
     */
    public static Manifest read(String file, byte[] content) throws ManifestException {
        return new ManifestReader(file, content).read();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        return isPlain(value) ? "\"" + value + "\"" : generated(json -> json.writeString(value));
    }

    /** Whether nothing of it has to be escaped, as of nearly all that stands in a manifest. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void file(StringBuilder text, ManifestFile file) {
        text.append("  - {");
        field(text, "source", file.source());
        field(text, "target", file.target().value());
        field(text, "blob", file.state().id().hex());
        field(text, "sha256", file.sha256());
        field(text, "mode", file.state().mode().octal());
        field(text, "status", file.status().key());
        memory(text, file);
        text.setLength(text.length() - 1);
        text.append("}\n");
    }

    /** What a file has that is customised or was passed over, and no other. */
    private static void memory(StringBuilder text, ManifestFile file) {
        if (!file.baseline().equals(file.state())) {
            field(text, "baseline", file.baseline().id().hex());
            field(text, "baseline_mode", file.baseline().mode().octal());
        }
        file.baselineRelease().ifPresent(release -> field(text, "baseline_release", release));
        file.override().ifPresent(override -> field(text, "override", override.hex()));
        file.conflict().ifPresent(conflict -> {
            field(text, "ancestor", conflict.ancestor().hex());
            field(text, "ancestor_release", conflict.ancestorRelease());
            field(text, "local", conflict.local().hex());
            field(text, "conflict_release", conflict.release());
        });
    }

    private static void field(StringBuilder text, String key, String value) {
        text.append('"').append(key).append("\":").append(quoted(value)).append(',');
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String generated(Writing writing) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }
}
