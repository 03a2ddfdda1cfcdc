package io.agent33.sync.core.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.text.Excerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads exactly what {@link ManifestFormat#write} writes, and says where anything else begins. */
final class ManifestReader {
    private static final String WAY_OUT =
            "restore it from the downstream's history, or delete the rule's state folder for a first sync";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final String file;
    private final byte[] content;
    private final String[] lines;
    private int next;

    ManifestReader(String file, byte[] content) {
        this.file = file;
        this.content = content;
        this.lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
    }

    Manifest read() throws ManifestException {
        skipComment();
        format();
        checksum();
        String rule = value("rule");
        String ruleDigest = value("rule_digest");
        String upstream = value("upstream");
        String release = value("release");
        ObjectId commit = parsed(value("commit"), ObjectId::of);
        return new Manifest(rule, ruleDigest, upstream, release, commit, files());
    }

    private void skipComment() {
        while (next < lines.length && lines[next].startsWith("#")) {
            next++;
        }
    }

    private void format() throws ManifestException {
        String line = line();
        if (!line.matches("format: [0-9]{1,9}")) {
            throw damaged("\"format: " + ManifestFormat.VERSION + "\"", line);
        }
        int format = Integer.parseInt(line.substring("format: ".length()));
        if (format > ManifestFormat.VERSION) {
            throw new ManifestException(Objection.of(
                            "manifest-newer",
                            file,
                            "format " + ManifestFormat.VERSION + " or older",
                            "format " + format,
                            "use the newer version of the engine that wrote it")
                    .at(new Location(file, next, 1)));
        }
    }

    /** The last line's digest over all bytes above it. */
    private void checksum() throws ManifestException {
        int last = lines.length - 2;
        if (last < 0 || !lines[lines.length - 1].isEmpty() || !lines[last].startsWith(ManifestFormat.CHECKSUM)) {
            next = Math.max(0, lines.length - 1);
            throw damaged("a checksum in the last line", next < lines.length ? lines[next] : "");
        }
        int length = content.length - 1 - lines[last].getBytes(StandardCharsets.UTF_8).length;
        String computed = DigestUtils.sha256Hex(java.util.Arrays.copyOf(content, Math.max(0, length)));
        if (!lines[last].equals(ManifestFormat.CHECKSUM + "\"" + computed + "\"")) {
            throw new ManifestException(Objection.of(
                            "manifest-edited",
                            file,
                            Excerpt.of(lines[last].substring(ManifestFormat.CHECKSUM.length())),
                            "content with the SHA-256 " + computed + ": it was edited by hand or damaged",
                            WAY_OUT)
                    .at(new Location(file, last + 1, 1)));
        }
    }

    private String value(String key) throws ManifestException {
        String line = line();
        if (!line.startsWith(key + ": ")) {
            throw damaged("\"" + key + "\"", line);
        }
        String json = line.substring(key.length() + 2);
        try (JsonParser parser = ManifestFormat.JSON.createParser(json)) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                String text = text(parser);
                if (parser.nextToken() == null) {
                    return text;
                }
            }
        } catch (IOException e) {
            throw damaged("a quoted text", json);
        }
        throw damaged("a quoted text", json);
    }

    /** An escape can say what no file can hold, and what could not be written again. */
    private String text(JsonParser parser) throws IOException, ManifestException {
        String text = parser.getText();
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw damaged("characters, and no half of a surrogate pair", text);
        }
        return text;
    }

    private List<ManifestFile> files() throws ManifestException {
        String head = line();
        boolean none = head.equals("files: []");
        if (!none && !head.equals("files:")) {
            throw damaged("\"files:\"", head);
        }
        List<ManifestFile> files = new ArrayList<>();
        while (!none && lines[next].startsWith("  - ")) {
            ManifestFile file = file(line());
            if (!files.isEmpty() && files.get(files.size() - 1).target().compareTo(file.target()) >= 0) {
                throw damaged(
                        "target paths in their order, each once", file.target().value());
            }
            files.add(file);
        }
        if (next != lines.length - 2) {
            throw damaged("a file or the checksum", line());
        }
        return files;
    }

    private ManifestFile file(String line) throws ManifestException {
        Map<String, String> fields = fields(line.substring("  - ".length()));
        String source = take(fields, "source");
        RepoPath target = parsed(take(fields, "target"), RepoPath::of);
        ObjectId blob = parsed(take(fields, "blob"), ObjectId::of);
        String sha256 = take(fields, "sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw damaged("64 hexadecimal digits", sha256);
        }
        FileState state = new FileState(parsed(take(fields, "mode"), FileMode::ofOctal), blob);
        FileStatus status = parsed(take(fields, "status"), ManifestReader::status);
        FileState baseline = baseline(fields, state);
        Optional<String> baselineRelease = Optional.ofNullable(fields.remove("baseline_release"));
        Optional<ObjectId> override = override(fields);
        Optional<OpenConflict> conflict = conflict(fields);
        if (!fields.isEmpty()) {
            throw damaged("no other keys", fields.keySet().toString());
        }
        return new ManifestFile(source, target, state, sha256, status, baseline, baselineRelease, override, conflict);
    }

    private FileState baseline(Map<String, String> fields, FileState state) throws ManifestException {
        if (!fields.containsKey("baseline")) {
            return state;
        }
        ObjectId blob = parsed(take(fields, "baseline"), ObjectId::of);
        return new FileState(parsed(take(fields, "baseline_mode"), FileMode::ofOctal), blob);
    }

    private Optional<ObjectId> override(Map<String, String> fields) throws ManifestException {
        return fields.containsKey("override")
                ? Optional.of(parsed(take(fields, "override"), ObjectId::of))
                : Optional.empty();
    }

    private Optional<OpenConflict> conflict(Map<String, String> fields) throws ManifestException {
        if (!fields.containsKey("ancestor")) {
            return Optional.empty();
        }
        return Optional.of(new OpenConflict(
                parsed(take(fields, "ancestor"), ObjectId::of),
                take(fields, "ancestor_release"),
                parsed(take(fields, "local"), ObjectId::of),
                take(fields, "conflict_release")));
    }

    private static FileStatus status(String key) {
        for (FileStatus status : FileStatus.values()) {
            if (status.key().equals(key)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown status");
    }

    private Map<String, String> fields(String json) throws ManifestException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = ManifestFormat.JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw damaged("a mapping", json);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING || fields.put(key, text(parser)) != null) {
                    throw damaged("each key once, with a text", json);
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw damaged("nothing after the mapping", json);
            }
        } catch (IOException e) {
            throw damaged("a mapping", json);
        }
        return fields;
    }

    private String take(Map<String, String> fields, String key) throws ManifestException {
        String value = fields.remove(key);
        if (value == null) {
            throw damaged("\"" + key + "\"", fields.keySet().toString());
        }
        return value;
    }

    private interface Parsing<T> {
        T of(String text);
    }

    private <T> T parsed(String text, Parsing<T> parsing) throws ManifestException {
        try {
            return parsing.of(text);
        } catch (IllegalArgumentException e) {
            throw damaged("a valid value (" + Excerpt.message(e) + ")", text);
        }
    }

    private String line() throws ManifestException {
        if (next >= lines.length) {
            throw damaged("more lines", "the end of the file");
        }
        return lines[next++];
    }

    private ManifestException damaged(String expected, String found) {
        return new ManifestException(Objection.of("manifest-damaged", file, expected, Excerpt.quoted(found), WAY_OUT)
                .at(new Location(file, next, 1)));
    }
}
