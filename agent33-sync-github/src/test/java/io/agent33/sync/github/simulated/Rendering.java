package io.agent33.sync.github.simulated;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Things as GitHub writes them in JSON. */
final class Rendering {
    private final String web;

    Rendering(String web) {
        this.web = web;
    }

    ObjectNode pull(Place place, Thing pull) {
        ObjectNode json = common(place, pull, "pull");
        json.put("draft", pull.draft);
        json.put("merged_at", pull.merged ? "2026-01-01T00:00:00Z" : null);
        side(json.putObject("head"), place, pull.head());
        side(json.putObject("base"), place, pull.base);
        ArrayNode users = json.putArray("requested_reviewers");
        pull.users.forEach(user -> user(users.addObject(), user));
        ArrayNode teams = json.putArray("requested_teams");
        pull.teams.forEach(team -> teams.addObject().put("slug", team).put("name", team));
        return json;
    }

    private static void side(ObjectNode json, Place place, String branch) {
        json.put("ref", branch).put("label", place.owner + ":" + branch);
        json.putObject("repo").put("id", place.id).put("full_name", place.owner + "/" + place.name);
    }

    ObjectNode issue(Place place, Thing issue) {
        ObjectNode json = common(place, issue, issue.isPull() ? "pull" : "issues");
        if (issue.isPull()) {
            json.putObject("pull_request").put("html_url", json.path("html_url").asText());
        }
        return json;
    }

    private ObjectNode common(Place place, Thing thing, String kind) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", place.id * 1000 + thing.number).put("number", thing.number);
        json.put("node_id", "PR_" + place.id + "_" + thing.number);
        json.put("html_url", web + "/" + place.owner + "/" + place.name + "/" + kind + "/" + thing.number);
        json.put("state", thing.open ? "open" : "closed")
                .put("title", thing.title)
                .put("body", thing.body);
        user(json.putObject("user"), thing.author);
        ArrayNode labels = json.putArray("labels");
        thing.labels.forEach(label -> labels.add(label(place, label)));
        return json;
    }

    ObjectNode label(Place place, String name) {
        String[] label = place.labels.get(name.toLowerCase(Locale.ROOT));
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", label[0])
                .put("color", label[1])
                .put("description", label[2]);
    }

    static void user(ObjectNode json, String login) {
        json.put("login", login).put("type", login.endsWith("[bot]") ? "Bot" : "User");
    }
}
