package io.agent33.sync.github.issue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.rest.Refused;
import io.agent33.sync.github.rest.Rest;
import io.agent33.sync.github.rest.Segments;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The issues of one cause in one repository. */
final class Issues {
    /** All of the tracker's bear it, so that they are found among thousands of others. */
    static final String LABEL = "agent33-sync";

    private final Rest rest;
    private final RepositoryId repository;
    private final String marker;

    Issues(Rest rest, RepositoryId repository, String key) {
        this.rest = rest;
        this.repository = repository;
        this.marker = IssueDraft.markerOf(key);
    }

    /** One of them. */
    record Found(long number, boolean isOpen, String address, String title, String body, List<String> labels) {
        static Found of(JsonNode json) {
            return new Found(
                    json.path("number").asLong(),
                    json.path("state").asText().equals("open"),
                    json.path("html_url").asText(),
                    json.path("title").asText(""),
                    json.path("body").isNull()
                            ? ""
                            : json.path("body").asText("").replace("\r\n", "\n"),
                    StreamSupport.stream(json.path("labels").spliterator(), false)
                            .map(label -> label.path("name").asText(""))
                            .toList());
        }

        Issue issue(RepositoryId repository) {
            return new Issue(repository.name() + "#" + number, address, isOpen);
        }
    }

    /** Those that bear the cause's marker as their last line, the earliest first. A pull request is none. */
    List<Found> all() {
        return rest
                .list(repository, path() + "?state=all&labels=" + LABEL + "&sort=created&direction=desc&per_page=100")
                .stream()
                .filter(json -> !json.has("pull_request"))
                .map(Found::of)
                .filter(issue -> issue.body().stripTrailing().endsWith("\n" + marker))
                .sorted(Comparator.comparingLong(Found::number))
                .toList();
    }

    Found create(IssueDraft draft) {
        ObjectNode fields = object().put("title", draft.title()).put("body", body(draft));
        labels(draft.labels()).forEach(fields.putArray("labels")::add);
        return Found.of(done(Ask.post(path(), fields)));
    }

    /** What it should say and does not; empty if it says all. */
    ObjectNode missing(Found issue, IssueDraft draft) {
        ObjectNode fields = object();
        if (!issue.title().strip().equals(draft.title().strip())) {
            fields.put("title", draft.title());
        }
        if (!issue.body().strip().equals(body(draft).replace("\r\n", "\n").strip())) {
            fields.put("body", body(draft));
        }
        List<String> wanted = labels(draft.labels());
        if (!issue.labels().containsAll(wanted)) {
            Stream.concat(issue.labels().stream(), wanted.stream()).distinct().forEach(fields.putArray("labels")::add);
        }
        return fields;
    }

    Found edit(Found issue, ObjectNode fields) {
        return Found.of(done(Ask.patch(path() + "/" + issue.number(), fields)));
    }

    /** One more of the same cause: it keeps its words, and is no issue of that cause any more. */
    void closeDuplicate(Found issue, Found of) {
        edit(
                issue,
                object().put("state", "closed")
                        .put("state_reason", "not_planned")
                        .put("body", issue.body().replace(marker, "Duplicate of #" + of.number() + ".")));
    }

    Found close(Found issue, String reason) {
        if (rest.list(repository, comments(issue) + "?per_page=100").stream()
                .noneMatch(said -> said.path("body").asText("").strip().equals(reason.strip()))) {
            done(Ask.post(comments(issue), object().put("body", reason)));
        }
        return edit(issue, object().put("state", "closed").put("state_reason", "completed"));
    }

    private String comments(Found issue) {
        return path() + "/" + issue.number() + "/comments";
    }

    private String body(IssueDraft draft) {
        return draft.body() + "\n\n" + marker;
    }

    private static List<String> labels(List<String> labels) {
        return labels.contains(LABEL)
                ? labels
                : Stream.concat(Stream.of(LABEL), labels.stream()).toList();
    }

    private JsonNode done(Ask ask) {
        return Refused.unlessDone(repository, rest.ask(repository, ask)).body();
    }

    private String path() {
        return Segments.of(repository) + "/issues";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
