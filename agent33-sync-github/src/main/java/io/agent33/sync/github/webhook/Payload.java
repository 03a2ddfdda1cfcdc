package io.agent33.sync.github.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a payload matters, and nothing else of it: it is read once from its start to its end, and what is not wanted is never kept, so
 * that a large one costs no more than its own bytes.
 */
final class Payload {
    static final String ACTION = "action";
    static final String REF = "ref";
    static final String REF_TYPE = "ref_type";
    static final String AFTER = "after";
    static final String DELETED = "deleted";
    static final String MASTER_BRANCH = "master_branch";
    static final String REPOSITORY = "repository.full_name";
    static final String DEFAULT_BRANCH = "repository.default_branch";
    static final String TAG = "release.tag_name";
    static final String DRAFT = "release.draft";
    static final String MERGED = "pull_request.merged";
    static final String HEAD = "pull_request.head.ref";
    static final String HEAD_REPOSITORY = "pull_request.head.repo.id";
    static final String BASE_REPOSITORY = "pull_request.base.repo.id";

    private static final Set<String> WANTED = Set.of(
            ACTION,
            REF,
            REF_TYPE,
            AFTER,
            DELETED,
            MASTER_BRANCH,
            REPOSITORY,
            DEFAULT_BRANCH,
            TAG,
            DRAFT,
            MERGED,
            HEAD,
            HEAD_REPOSITORY,
            BASE_REPOSITORY);

    /** GitHub's own go less than ten deep. */
    private static final int DEEPEST = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Map<String, String> values;

    private Payload(Map<String, String> values) {
        this.values = values;
    }

    /** Empty if it is no JSON object, or one that nests too deep or says something that is wanted twice. */
    static Optional<Payload> parse(byte[] body) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = JSON.createParser(body)) {
            boolean whole =
                    json.nextToken() == JsonToken.START_OBJECT && isRead(json, "", values) && json.nextToken() == null;
            return whole ? Optional.of(new Payload(values)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads an object to its end. @return whether nothing that is wanted was there before */
    private static boolean isRead(JsonParser json, String above, Map<String, String> values) throws IOException {
        boolean once = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String path = above + name;
            JsonToken value = json.nextToken();
            if (name.contains(".") || !isWanted(path, value)) {
                json.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                once &= isRead(json, path + ".", values);
            } else {
                once &= values.put(path, json.getText()) == null;
            }
        }
        return once;
    }

    private static boolean isWanted(String path, JsonToken value) {
        return value == JsonToken.START_OBJECT
                ? WANTED.stream().anyMatch(wanted -> wanted.startsWith(path + "."))
                : value.isScalarValue() && value != JsonToken.VALUE_NULL && WANTED.contains(path);
    }

    /** A text, number or truth value, as text; empty if it is missing, null or something else. */
    Optional<String> at(String path) {
        return Optional.ofNullable(values.get(path));
    }

    boolean is(String path, String value) {
        return value.equals(values.get(path));
    }

    boolean isTrue(String path) {
        return is(path, "true");
    }
}
