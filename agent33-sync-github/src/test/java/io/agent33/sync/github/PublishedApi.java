package io.agent33.sync.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.agent33.sync.github.simulated.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** GitHub's own description of its API (OpenAPI), and what it says of an exchange. */
final class PublishedApi {
    private static final String SHARED = "/components/schemas/";

    private final JsonNode api;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private PublishedApi(JsonNode api) {
        this.api = api;
    }

    static PublishedApi read(Path file) {
        try {
            return new PublishedApi(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its method and path, with names for what changes; empty if there is none such. */
    Optional<String> operation(Request request) {
        return template(request).map(template -> request.method() + " " + template);
    }

    private Optional<String> template(Request request) {
        return api.path("paths").properties().stream()
                .filter(path -> path.getValue().has(method(request)))
                .map(Map.Entry::getKey)
                .filter(path -> pattern(path).matcher(request.path()).matches())
                .findFirst();
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(("\\Q" + path + "\\E").replaceAll("\\{[a-z_]+}", "\\\\E[^/]+\\\\Q"));
    }

    private static String method(Request request) {
        return request.method().toLowerCase(Locale.ROOT);
    }

    /** What is not as described. */
    List<String> problems(Request request, int status, JsonNode answer) {
        Optional<String> template = template(request);
        if (template.isEmpty()) {
            return List.of("no such operation");
        }
        String pointer = "/paths/" + template.get().replace("~", "~0").replace("/", "~1") + "/" + method(request);
        List<String> problems = new ArrayList<>(query(request, api.at(pointer)));
        if (!request.body().isMissingNode()) {
            problems.addAll(body(request.body(), pointer + "/requestBody/content/application~1json/schema"));
        }
        problems.addAll(answer(status, answer, pointer + "/responses/" + status));
        return problems;
    }

    private List<String> query(Request request, JsonNode operation) {
        Set<String> known = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> known.add(api.at(resolved(parameter))
                        .path("name")
                        .asText(parameter.path("name").asText())));
        return request.query().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "no parameter " + name)
                .toList();
    }

    private static String resolved(JsonNode node) {
        return node.path("$ref").asText("#/no-reference").substring(1);
    }

    private List<String> body(JsonNode body, String pointer) {
        List<String> problems = new ArrayList<>(invalid("body", pointer, body));
        Set<String> known = api.at(pointer).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.isEmpty() && !known.contains(name))
                .forEach(name -> problems.add("no field " + name));
        return problems;
    }

    private List<String> answer(int status, JsonNode answer, String declared) {
        if (api.at(declared).isMissingNode()) {
            return List.of("no status " + status);
        }
        String at = api.at(declared).has("$ref") ? resolved(api.at(declared)) : declared;
        String schema = at + "/content/application~1json/schema";
        return api.at(schema).isMissingNode() ? List.of() : invalid(String.valueOf(status), schema, answer);
    }

    private List<String> invalid(String what, String pointer, JsonNode value) {
        return schemas.computeIfAbsent(pointer, at -> registry.getSchema(alone(api.at(at)))).validate(value).stream()
                .map(error -> what + ": " + error)
                .toList();
    }

    /** A schema with those that it refers to, and no others: the whole description takes the validator more than 100 MB each time. */
    private JsonNode alone(JsonNode schema) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.setAll((ObjectNode) schema);
        ObjectNode shared = alone.putObject("components").putObject("schemas");
        Deque<JsonNode> unread = new ArrayDeque<>(List.of(schema));
        while (!unread.isEmpty()) {
            unread.pop().findValuesAsText("$ref").stream()
                    .map(reference -> reference.substring(SHARED.length() + 1))
                    .filter(name -> !shared.has(name))
                    .forEach(name -> {
                        shared.set(name, api.at(SHARED + name));
                        unread.push(shared.get(name));
                    });
        }
        return alone;
    }
}
