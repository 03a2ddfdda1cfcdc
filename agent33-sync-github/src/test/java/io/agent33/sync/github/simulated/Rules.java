package io.agent33.sync.github.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What GitHub does on each request, by its documented rules. Guarded by its GitHub. */
final class Rules {
    private static final Pattern MUTATION = Pattern.compile("\\{\\s*(\\w+)\\(");

    private final Rendering rendering;
    private final String login;

    private BiPredicate<RepositoryId, String> branches = (repository, name) -> false;
    private Merging merging = (repository, branch, base) -> {};

    /** What merging does to a repository. */
    interface Merging {
        void merge(RepositoryId repository, String branch, String base);
    }

    Rules(Rendering rendering, String login) {
        this.rendering = rendering;
        this.login = login;
    }

    void branches(BiPredicate<RepositoryId, String> exist) {
        branches = exist;
    }

    void merging(Merging into) {
        merging = into;
    }

    Reply pulls(Place place, Request request) {
        String state = request.query().getOrDefault("state", "open");
        Optional<String> head = Optional.ofNullable(request.query().get("head"));
        return page(
                request,
                things(place, state, Thing::isPull)
                        .filter(pull -> head.isEmpty() || head.get().equals(place.owner + ":" + pull.head())),
                pull -> rendering.pull(place, pull));
    }

    Reply createPull(Place place, Request request) {
        JsonNode body = request.body();
        String head = body.path("head").asText();
        if (!branches.test(place.id(), head)) {
            return Reply.invalid("PullRequest", "invalid", "head is invalid");
        }
        if (place.openPull(head)
                .filter(pull -> pull.base.equals(body.path("base").asText()))
                .isPresent()) {
            return Reply.invalid(
                    "PullRequest", "custom", "A pull request already exists for " + place.owner + ":" + head + ".");
        }
        if (body.path("draft").asBoolean() && !place.drafts) {
            return Reply.no(422, "Draft pull requests are not supported in this repository.");
        }
        Thing pull = new Thing(
                place.things.size() + 1,
                login,
                body.path("title").asText(),
                body.path("body").asText(),
                Optional.of(new Thing.Branches(head, body.path("base").asText())));
        pull.draft = body.path("draft").asBoolean();
        place.things.add(pull);
        return Reply.of(201, rendering.pull(place, pull));
    }

    Reply editPull(Place place, Thing pull, Request request) {
        edit(place, pull, request.body());
        if (request.body().has("base")) {
            pull.base = request.body().path("base").asText();
        }
        return Reply.of(200, rendering.pull(place, pull));
    }

    Reply pull(Place place, Thing pull) {
        return Reply.of(200, rendering.pull(place, pull).put("mergeable_state", place.mergeState()));
    }

    Reply repository(Place place) {
        return Reply.of(200, rendering.repository(place));
    }

    Reply merge(Place place, Thing pull) {
        String state = place.mergeState();
        if (!Set.of("clean", "unstable", "has_hooks").contains(state)) {
            return Reply.no(405, "Pull Request is not mergeable");
        }
        merging.merge(place.id(), pull.head(), pull.base);
        pull.open = false;
        pull.merged = true;
        return Reply.of(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sha", "2".repeat(40))
                        .put("merged", true)
                        .put("message", "Pull Request successfully merged"));
    }

    Reply mutate(Place place, Thing pull, String query) {
        Matcher mutation = MUTATION.matcher(query);
        if (!mutation.find()) {
            return mutated("", pull, Optional.of("Unknown mutation"));
        }
        return mutated(
                mutation.group(1),
                pull,
                switch (mutation.group(1)) {
                    case "convertPullRequestToDraft" ->
                        place.drafts
                                ? drafted(pull, true)
                                : Optional.of("Draft pull requests are not supported in this repository.");
                    case "markPullRequestReadyForReview" -> drafted(pull, false);
                    case "enablePullRequestAutoMerge" -> awaited(place, pull);
                    case "disablePullRequestAutoMerge" -> forgotten(pull);
                    default -> Optional.of("Unknown mutation");
                });
    }

    private static Optional<String> drafted(Thing pull, boolean draft) {
        pull.draft = draft;
        return Optional.empty();
    }

    private Optional<String> awaited(Place place, Thing pull) {
        if (!place.autoMerge) {
            return Optional.of("Pull request Auto merge is not allowed for this repository");
        }
        String state = place.mergeState();
        if (Set.of("clean", "has_hooks", "unstable", "unknown").contains(state)) {
            return Optional.of("Pull request Pull request is in " + state + " status");
        }
        pull.awaitedBy = login;
        return Optional.empty();
    }

    private static Optional<String> forgotten(Thing pull) {
        if (pull.awaitedBy.isEmpty()) {
            return Optional.of("Can't disable auto-merge for this pull request.");
        }
        pull.awaitedBy = "";
        return Optional.empty();
    }

    /** Mutations are answered with status 200, whatever becomes of them. */
    private static Reply mutated(String mutation, Thing pull, Optional<String> wrong) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode data = answer.putObject("data");
        if (wrong.isEmpty()) {
            data.putObject(mutation).putObject("pullRequest").put("number", pull.number);
        } else {
            data.putNull(mutation);
            answer.putArray("errors").addObject().put("type", "UNPROCESSABLE").put("message", wrong.get());
        }
        return Reply.of(200, answer);
    }

    Reply editIssue(Place place, Thing issue, Request request) {
        edit(place, issue, request.body());
        return Reply.of(200, rendering.issue(place, issue));
    }

    private static void edit(Place place, Thing thing, JsonNode body) {
        thing.title = body.path("title").asText(thing.title);
        thing.body = body.path("body").asText(thing.body);
        thing.open = body.path("state").asText(thing.open ? "open" : "closed").equals("open");
        if (body.has("labels")) {
            thing.labels.clear();
            texts(body, "labels").forEach(label -> label(place, thing, label));
        }
    }

    /** GitHub makes a label that it does not know, in grey. */
    private static void label(Place place, Thing thing, String label) {
        place.labels.putIfAbsent(label.toLowerCase(Locale.ROOT), new String[] {label, "ededed", null});
        thing.labels.add(place.labels.get(label.toLowerCase(Locale.ROOT))[0]);
    }

    Reply labelThing(Place place, Thing thing, Request request) {
        texts(request.body(), "labels").forEach(label -> label(place, thing, label));
        ArrayNode labels = JsonNodeFactory.instance.arrayNode();
        thing.labels.forEach(label -> labels.add(rendering.label(place, label)));
        return Reply.of(200, labels);
    }

    Reply labels(Place place, Request request) {
        return page(request, place.labels.values().stream(), label -> rendering.label(place, label[0]));
    }

    Reply createLabel(Place place, Request request) {
        String name = request.body().path("name").asText();
        String[] label = {
            name,
            request.body().path("color").asText(),
            request.body().path("description").asText()
        };
        if (place.labels.putIfAbsent(name.toLowerCase(Locale.ROOT), label) != null) {
            return Reply.invalid("Label", "already_exists", "");
        }
        return Reply.of(201, rendering.label(place, name));
    }

    Reply requestReviews(Place place, Thing pull, Request request) {
        List<String> users = texts(request.body(), "reviewers");
        List<String> teams = texts(request.body(), "team_reviewers");
        if (users.contains(pull.author)) {
            return Reply.no(422, "Review cannot be requested from pull request author.");
        }
        if (!Stream.concat(users.stream(), teams.stream()).allMatch(place::mayReview)) {
            return Reply.no(
                    422,
                    "Reviews may only be requested from collaborators. One or more of the users or teams you specified"
                            + " is not a collaborator of the " + place.owner + "/" + place.name + " repository.");
        }
        pull.users.addAll(users);
        pull.teams.addAll(teams);
        return Reply.of(201, rendering.pull(place, pull));
    }

    Reply reviews(Thing pull, Request request) {
        return page(request, pull.reviewed.stream(), Rendering::review);
    }

    Reply comments(Thing thing, Request request) {
        return page(request, thing.comments.stream(), comment -> Rendering.comment(comment, login));
    }

    Reply comment(Thing thing, Request request) {
        thing.comments.add(request.body().path("body").asText());
        return Reply.of(201, Rendering.comment(request.body().path("body").asText(), login));
    }

    Reply issues(Place place, Request request) {
        Optional<String> label = Optional.ofNullable(request.query().get("labels"));
        return page(
                request,
                things(place, request.query().getOrDefault("state", "open"), thing -> true)
                        .filter(thing -> label.isEmpty() || thing.labels.contains(label.get())),
                thing -> rendering.issue(place, thing));
    }

    Reply createIssue(Place place, Request request) {
        Thing issue = new Thing(
                place.things.size() + 1,
                login,
                request.body().path("title").asText(),
                request.body().path("body").asText(),
                Optional.empty());
        texts(request.body(), "labels").forEach(label -> label(place, issue, label));
        place.things.add(issue);
        return Reply.of(201, rendering.issue(place, issue));
    }

    private static Stream<Thing> things(Place place, String state, Predicate<Thing> kind) {
        return place.things.stream()
                .filter(kind)
                .filter(thing -> state.equals("all") || thing.open == state.equals("open"))
                .sorted(Comparator.comparingInt((Thing thing) -> thing.number).reversed());
    }

    private <T> Reply page(Request request, Stream<T> all, Function<T, JsonNode> json) {
        int size = Integer.parseInt(request.query().getOrDefault("per_page", "30"));
        int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
        List<T> rest = all.skip((long) size * (page - 1)).toList();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        rest.stream().limit(size).map(json).forEach(items::add);
        return rest.size() <= size
                ? Reply.of(200, items)
                : new Reply(200, items, Map.of("Link", String.valueOf(page + 1)));
    }

    private static List<String> texts(JsonNode body, String key) {
        return StreamSupport.stream(body.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
