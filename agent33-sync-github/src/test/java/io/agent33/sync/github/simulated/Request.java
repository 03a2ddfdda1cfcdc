package io.agent33.sync.github.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * One that arrived.
 *
 * @param path decoded
 * @param query decoded
 * @param body a missing node if there is none
 */
public record Request(
        String method, String path, Map<String, String> query, JsonNode body, Optional<String> authorization) {
    /** Its method and path alone. */
    public String line() {
        return method + " " + path;
    }

    public boolean isRead() {
        return method.equals("GET");
    }
}
