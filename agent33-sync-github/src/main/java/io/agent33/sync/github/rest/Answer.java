package io.agent33.sync.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What GitHub says to a request whose effect is known.
 *
 * @param ask the request
 * @param status of HTTP
 * @param body a missing node if there is none
 * @param next the address of the next page
 * @param permissions which would have been enough, as GitHub names them
 */
public record Answer(Ask ask, int status, JsonNode body, Optional<String> next, Optional<String> permissions) {
    /** Whether it did what was asked. */
    public boolean isDone() {
        return status / 100 == 2;
    }

    /** Its message and the messages of its errors, on one line; empty if there are none. */
    public String message() {
        Stream<String> errors = StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.isTextual() ? error.asText() : detail(error));
        return Stream.concat(Stream.of(body.path("message").asText("")), errors)
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
    }

    private static String detail(JsonNode error) {
        String said = error.path("message").asText("");
        return said.isEmpty()
                ? (error.path("field").asText("") + " " + error.path("code").asText("")).strip()
                : said;
    }

    /** Whether a refusal says so, in whatever case. */
    public boolean says(String words) {
        return message().toLowerCase(java.util.Locale.ROOT).contains(words.toLowerCase(java.util.Locale.ROOT));
    }
}
