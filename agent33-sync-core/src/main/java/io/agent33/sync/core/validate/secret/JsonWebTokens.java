package io.agent33.sync.core.validate.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** JSON web tokens (RFC 7519): three parts in base 64 for URLs, of which the first is a JSON object that names an algorithm. */
final class JsonWebTokens implements Detector {
    private static final Kind KIND = new Kind(
            "json-web-token",
            Category.CREDENTIAL,
            "JSON web token",
            3,
            "Let it expire or revoke its session, and remove it from the text.");
    private static final int MAX_HEADER = 2_000;
    private static final int MAX_LENGTH = 16_000;
    private static final int MIN_PART = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<String> keywords() {
        return List.of("eyJ");
    }

    /** A run of such characters is read from its beginning only, however often the keyword stands in it. */
    @Override
    public void look(String text, int at, Found found) {
        char before = Chars.at(text, at - 1);
        if (!text.startsWith("eyJ", at)
                || !Chars.startsWord(text, at)
                || before == '-'
                || before == '_'
                || before == '.') {
            return;
        }
        int header = end(text, at, MAX_HEADER);
        int payload = end(text, header + 1, MAX_LENGTH);
        int signature = Chars.at(text, payload) == '.' ? end(text, payload + 1, MAX_LENGTH) : payload;
        boolean parted = Chars.at(text, header) == '.' && payload - header > MIN_PART && signature > payload;
        if (parted && namesAlgorithm(text.substring(at, header))) {
            found.add(KIND, at, signature);
        }
    }

    private static int end(String text, int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && isUrlBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isUrlBase64(char c) {
        return Chars.isAlphanumeric(c) || c == '-' || c == '_';
    }

    private static boolean namesAlgorithm(String header) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(header);
            if (!new String(decoded, StandardCharsets.UTF_8).contains("\"alg\"")) {
                return false;
            }
            JsonNode json = JSON.readTree(decoded);
            return json != null && json.isObject() && json.path("alg").isTextual();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }
}
