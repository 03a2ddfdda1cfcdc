package io.agent33.sync.core.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A record as it stands in the file: eight hexadecimal digits, the CRC-32C of the rest; a blank; JSON, in which no line ends; the
 * format's version is its key {@code v}.
 */
final class Line {
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUM = 8;

    private Line() {}

    /** With the line's end. */
    static byte[] of(JournalEntry entry) {
        ObjectNode json = JSON.createObjectNode().put("v", VERSION);
        json.put("began", entry.began().toString())
                .put("took_ms", entry.took().toMillis())
                .put("rule_id", entry.ruleId())
                .put("target_repo", entry.repository().value())
                .put("trigger", key(entry.trigger()))
                .put("outcome", key(entry.outcome()));
        entry.release().ifPresent(release -> json.put("release", release));
        entry.error().ifPresent(error -> json.put("error", error));
        try {
            byte[] content = JSON.writeValueAsBytes(json);
            byte[] line = new byte[SUM + 1 + content.length + 1];
            System.arraycopy(sum(content, 0, content.length).getBytes(US_ASCII), 0, line, 0, SUM);
            line[SUM] = ' ';
            System.arraycopy(content, 0, line, SUM + 1, content.length);
            line[line.length - 1] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is written", e);
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /**
     * What a line holds.
     *
     * @param entry empty if it cannot be read
     * @param problem why it cannot, for people
     * @param whole whether it is as it was written
     */
    record Reading(Optional<JournalEntry> entry, String problem, boolean whole) {
        static Reading damaged(String problem) {
            return new Reading(Optional.empty(), problem, false);
        }
    }

    /** @param bytes without the line's end */
    static Reading read(byte[] bytes) {
        if (bytes.length <= SUM + 1 || bytes[SUM] != ' ') {
            return Reading.damaged("no record");
        }
        String sum = sum(bytes, SUM + 1, bytes.length - SUM - 1);
        if (!sum.equals(new String(bytes, 0, SUM, US_ASCII))) {
            return Reading.damaged("its checksum is another one: it was cut off or damaged");
        }
        try {
            JsonNode json = JSON.readTree(new String(bytes, SUM + 1, bytes.length - SUM - 1, UTF_8));
            int version = json.path("v").asInt();
            return version == VERSION
                    ? new Reading(Optional.of(entry(json)), "", true)
                    : new Reading(Optional.empty(), "it is of version " + version + " of the format", true);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new Reading(Optional.empty(), "it is no record of version " + VERSION, true);
        }
    }

    private static JournalEntry entry(JsonNode json) {
        return new JournalEntry(
                json.path("rule_id").asText(),
                RepositoryId.of(json.path("target_repo").asText()),
                SyncTrigger.Kind.valueOf(json.path("trigger").asText().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(json.get("release")).map(JsonNode::asText),
                JournalEntry.Outcome.valueOf(json.path("outcome").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(json.path("began").asText()),
                Duration.ofMillis(json.path("took_ms").asLong()),
                Optional.ofNullable(json.get("error")).map(JsonNode::asText));
    }
}
