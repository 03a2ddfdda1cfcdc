package io.agent33.sync.github.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A pull request as GitHub has it.
 *
 * @param node its id in the GraphQL API
 * @param address for people
 * @param head the branch that it comes from
 * @param fromHere whether that branch is of the same repository
 * @param isAwaited whether it is to be merged when its requirements are met
 * @param awaitedBy who asked for that; empty if nobody did, or GitHub does not say
 * @param users who are asked for a review and have not given one
 * @param teams the same, by their slugs
 */
record Pull(
        long number,
        String node,
        String address,
        boolean isOpen,
        boolean isMerged,
        boolean isDraft,
        String title,
        String body,
        String base,
        String head,
        boolean fromHere,
        boolean isAwaited,
        String awaitedBy,
        String author,
        List<String> labels,
        List<String> users,
        List<String> teams) {

    /** Whether it is awaited since the publisher asked for it, as far as the author or what the publisher remembers tells. */
    boolean isAwaitedByPublisher(Merging before) {
        return isAwaited && (before == Merging.AWAITED || awaitedBy.equals(author));
    }

    static Pull of(JsonNode json) {
        return new Pull(
                json.path("number").asLong(),
                json.path("node_id").asText(),
                json.path("html_url").asText(),
                json.path("state").asText().equals("open"),
                !json.path("merged_at").isNull() && !json.path("merged_at").isMissingNode(),
                json.path("draft").asBoolean(),
                json.path("title").asText(""),
                text(json.path("body")),
                json.path("base").path("ref").asText(),
                json.path("head").path("ref").asText(),
                !id(json, "head").isEmpty() && id(json, "head").equals(id(json, "base")),
                json.path("auto_merge").isObject(),
                json.path("auto_merge").path("enabled_by").path("login").asText(""),
                json.path("user").path("login").asText(""),
                each(json.path("labels"), "name"),
                each(json.path("requested_reviewers"), "login"),
                each(json.path("requested_teams"), "slug"));
    }

    /** Empty for the side of a fork that is gone. */
    private static String id(JsonNode json, String side) {
        return json.path(side).path("repo").path("id").asText("");
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asText("");
    }

    private static List<String> each(JsonNode array, String key) {
        List<String> values = new ArrayList<>();
        array.forEach(item -> values.add(item.path(key).asText()));
        return List.copyOf(values);
    }
}
