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
        manifest.files().forEach(file -> text.append("  - ").append(json(file)).append('\n'));
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
        return generated(json -> json.writeString(value));
    }

    private static String json(ManifestFile file) {
        return generated(json -> {
            json.writeStartObject();
            json.writeStringField("source", file.source());
            json.writeStringField("target", file.target().value());
            json.writeStringField("blob", file.state().id().hex());
            json.writeStringField("sha256", file.sha256());
            json.writeStringField("mode", file.state().mode().octal());
            json.writeStringField("status", file.status().key());
            memory(json, file);
            json.writeEndObject();
        });
    }

    /** What a file has that is customised or was passed over, and no other. */
    private static void memory(JsonGenerator json, ManifestFile file) throws IOException {
        if (!file.baseline().equals(file.state())) {
            json.writeStringField("baseline", file.baseline().id().hex());
            json.writeStringField("baseline_mode", file.baseline().mode().octal());
        }
        if (file.baselineRelease().isPresent()) {
            json.writeStringField("baseline_release", file.baselineRelease().get());
        }
        if (file.override().isPresent()) {
            json.writeStringField("override", file.override().get().hex());
        }
        if (file.conflict().isPresent()) {
            OpenConflict conflict = file.conflict().get();
            json.writeStringField("ancestor", conflict.ancestor().hex());
            json.writeStringField("ancestor_release", conflict.ancestorRelease());
            json.writeStringField("local", conflict.local().hex());
            json.writeStringField("conflict_release", conflict.release());
        }
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
