package io.agent33.sync.github.simulated;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Things as GitHub writes them in JSON: all that its description demands, and in it what is known here. */
final class Rendering {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ObjectNode> FORMS = new ConcurrentHashMap<>();

    private final String web;

    Rendering(String web) {
        this.web = web;
    }

    private static ObjectNode form(String name) {
        return FORMS.computeIfAbsent(name, Rendering::read).deepCopy();
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Rendering.class.getResourceAsStream(name + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode pull(Place place, Thing pull) {
        ObjectNode json = common(place, pull, form("pull"), "pull");
        json.put("draft", pull.draft).put("merged", pull.merged);
        json.put("merged_at", pull.merged ? "2026-01-01T00:00:00Z" : null);
        side(json.withObject("/head"), place, pull.head());
        side(json.withObject("/base"), place, pull.base);
        if (!pull.awaitedBy.isEmpty()) {
            json.putObject("auto_merge")
                    .put("merge_method", "squash")
                    .put("commit_title", "")
                    .put("commit_message", "")
                    .set("enabled_by", user(pull.awaitedBy));
        }
        ArrayNode users = json.putArray("requested_reviewers");
        pull.users.forEach(user -> users.add(user(user)));
        ArrayNode teams = json.putArray("requested_teams");
        pull.teams.forEach(team -> teams.add(form("team").put("slug", team).put("name", team)));
        return json;
    }

    private static void side(ObjectNode json, Place place, String branch) {
        json.put("ref", branch).put("label", place.owner + ":" + branch);
        json.withObject("/repo").put("id", place.id).put("full_name", place.owner + "/" + place.name);
    }

    ObjectNode repository(Place place) {
        ObjectNode json = form("repository");
        json.put("id", place.id).put("name", place.name).put("full_name", place.owner + "/" + place.name);
        return json.put("allow_auto_merge", place.autoMerge).put("archived", place.archived);
    }

    ObjectNode issue(Place place, Thing issue) {
        ObjectNode json = common(place, issue, form("issue"), issue.isPull() ? "pull" : "issues");
        if (issue.isPull()) {
            String address = json.path("html_url").asText();
            json.putObject("pull_request")
                    .put("html_url", address)
                    .put("url", address)
                    .put("diff_url", address)
                    .put("patch_url", address);
        }
        return json;
    }

    private ObjectNode common(Place place, Thing thing, ObjectNode json, String kind) {
        json.put("id", place.id * 1000 + thing.number).put("number", thing.number);
        json.put("node_id", "PR_" + place.id + "_" + thing.number);
        json.put("html_url", web + "/" + place.owner + "/" + place.name + "/" + kind + "/" + thing.number);
        json.put("state", thing.open ? "open" : "closed")
                .put("title", thing.title)
                .put("body", thing.body);
        json.set("user", user(thing.author));
        ArrayNode labels = json.putArray("labels");
        thing.labels.forEach(label -> labels.add(label(place, label)));
        return json;
    }

    ObjectNode label(Place place, String name) {
        String[] label = place.labels.get(name.toLowerCase(Locale.ROOT));
        return form("label").put("name", label[0]).put("color", label[1]).put("description", label[2]);
    }

    static ObjectNode user(String login) {
        return form("user").put("login", login).put("type", login.endsWith("[bot]") ? "Bot" : "User");
    }

    static ObjectNode review(String login) {
        ObjectNode review = form("review").put("state", "COMMENTED");
        review.set("user", user(login));
        return review;
    }

    static ObjectNode comment(String body, String login) {
        ObjectNode comment = form("comment").put("body", body);
        comment.set("user", user(login));
        return comment;
    }

    static ObjectNode installation(int id) {
        return form("installation").put("id", id);
    }
}
