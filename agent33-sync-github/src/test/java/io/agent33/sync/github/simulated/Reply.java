package io.agent33.sync.github.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What is answered. */
record Reply(int status, JsonNode body, Map<String, String> headers) {
    static Reply of(int status, JsonNode body) {
        return new Reply(status, body, Map.of());
    }

    static Reply no(int status, String message) {
        return of(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", message)
                        .put("documentation_url", "https://docs.github.com/rest")
                        .put("status", String.valueOf(status)));
    }

    /** A validation that failed. */
    static Reply invalid(String resource, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", "Validation Failed");
        body.put("documentation_url", "https://docs.github.com/rest").put("status", "422");
        body.putArray("errors")
                .addObject()
                .put("resource", resource)
                .put("code", code)
                .put("message", message);
        return of(422, body);
    }
}
