package io.agent33.sync.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A request.
 *
 * @param method in capitals
 * @param path below the API's address, with its query, each part encoded; or an address of the same host, as GitHub gives it
 * @param body empty for none
 */
public record Ask(String method, String path, Optional<JsonNode> body) {
    public static Ask get(String path) {
        return new Ask("GET", path, Optional.empty());
    }

    public static Ask post(String path, JsonNode body) {
        return new Ask("POST", path, Optional.of(body));
    }

    public static Ask patch(String path, JsonNode body) {
        return new Ask("PATCH", path, Optional.of(body));
    }

    public static Ask put(String path, JsonNode body) {
        return new Ask("PUT", path, Optional.of(body));
    }

    /** Whether sending it twice does what sending it once does. */
    boolean isRead() {
        return method.equals("GET");
    }

    /** The same elsewhere. */
    Ask to(String address) {
        return new Ask(method, address, body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
