package io.agent33.sync.github.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.limit.Pause;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who may ask, and what of. Guarded by its GitHub. */
final class Api {
    private static final Pattern INSTALLATION = Pattern.compile("/repos/([^/]+)/[^/]+/installation");
    private static final Pattern BY_ID = Pattern.compile("/repositories/(\\d+)(/.*)");
    private static final Pattern PATH =
            Pattern.compile("/repos/([^/]+)/([^/]+)/(pulls|issues|labels)(?:/(\\d+)(?:/([a-z_]+))?)?");
    private static final Pattern REPOSITORY = Pattern.compile("/repos/([^/]+)/([^/]+)");

    private final String address;
    private final Rules rules;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private Pause clock = Pause.SYSTEM;
    private int made;

    Api(String address, String login) {
        this.address = address;
        this.rules = new Rules(new Rendering("https://github.test"), login);
        rules.branches((repository, name) -> place(repository).branches.contains(name));
    }

    void branches(BiPredicate<RepositoryId, String> exist) {
        rules.branches(exist);
    }

    void merging(Rules.Merging into) {
        rules.merging(into);
    }

    void clock(Pause time) {
        clock = time;
    }

    List<String> tokens() {
        return tokens;
    }

    Place place(RepositoryId repository) {
        return places.computeIfAbsent(
                repository.toString(), id -> new Place(repository.owner(), repository.name(), ++made));
    }

    void rename(RepositoryId from, RepositoryId to) {
        Place place = place(from);
        places.remove(from.toString());
        places.put(to.toString(), new Place(to.owner(), to.name(), place));
        renamed.put("/repos/" + from, "/repositories/" + place.id);
    }

    Reply reply(Request request) {
        if (INSTALLATION.matcher(request.path()).matches() || request.path().startsWith("/app/")) {
            return asApp(request);
        }
        if (!isGood(request.authorization().orElse("").replace("Bearer ", ""))) {
            return Reply.no(401, "Bad credentials");
        }
        if (request.path().equals("/graphql")) {
            return mutation(request.body());
        }
        return moved(request).orElseGet(() -> about(request));
    }

    boolean isGood(String token) {
        return token.startsWith("good") || tokens.contains(token);
    }

    /** An installation an owner; whoever signs so is an app, and what it signs is for a test to see. */
    private Reply asApp(Request request) {
        if (!request.authorization().orElse("").matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            return Reply.no(401, "A JSON web token could not be decoded");
        }
        Matcher asked = INSTALLATION.matcher(request.path());
        if (asked.matches()) {
            return Reply.of(200, Rendering.installation(Math.abs(asked.group(1).hashCode())));
        }
        String token = "ghs_secret" + tokens.size() + "of" + request.path().replaceAll("\\D", "");
        tokens.add(token);
        return Reply.of(
                201,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("token", token)
                        .put("expires_at", clock.now().plus(Duration.ofHours(1)).toString()));
    }

    private Optional<Reply> moved(Request request) {
        return renamed.entrySet().stream()
                .filter(move -> (request.path() + "/").startsWith(move.getKey() + "/"))
                .findFirst()
                .map(move ->
                        move.getValue() + request.path().substring(move.getKey().length()))
                .map(path -> new Reply(
                        request.isRead() ? 301 : 307,
                        Reply.no(301, "Moved Permanently").body(),
                        Map.of("Location", address + path + query(request))));
    }

    private static String query(Request request) {
        return request.query().isEmpty()
                ? ""
                : request.query().entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private Reply about(Request request) {
        Matcher path = PATH.matcher(named(request.path()));
        Matcher whole = REPOSITORY.matcher(named(request.path()));
        if (whole.matches() && request.isRead()) {
            return rules.repository(place(RepositoryId.of(whole.group(1) + "/" + whole.group(2))));
        }
        if (!path.matches()) {
            return Reply.no(404, "Not Found");
        }
        Place place = place(RepositoryId.of(path.group(1) + "/" + path.group(2)));
        if (place.archived && !request.isRead()) {
            return Reply.no(403, "Repository was archived so is read-only.");
        }
        String kind = request.method() + " " + path.group(3);
        if (path.group(4) == null) {
            return whole(place, kind, request);
        }
        String what = kind + "/n" + (path.group(5) == null ? "" : "/" + path.group(5));
        return place.thing(Integer.parseInt(path.group(4)))
                .map(thing -> below(place, thing, what, request))
                .orElseGet(() -> Reply.no(404, "Not Found"));
    }

    private String named(String path) {
        Matcher byId = BY_ID.matcher(path);
        return !byId.matches()
                ? path
                : places.values().stream()
                        .filter(place -> String.valueOf(place.id).equals(byId.group(1)))
                        .map(place -> "/repos/" + place.owner + "/" + place.name + byId.group(2))
                        .findFirst()
                        .orElse("");
    }

    private Reply whole(Place place, String what, Request request) {
        return switch (what) {
            case "GET pulls" -> rules.pulls(place, request);
            case "POST pulls" -> rules.createPull(place, request);
            case "GET labels" -> rules.labels(place, request);
            case "POST labels" -> rules.createLabel(place, request);
            case "GET issues" -> rules.issues(place, request);
            case "POST issues" -> rules.createIssue(place, request);
            default -> Reply.no(404, "Not Found");
        };
    }

    private Reply below(Place place, Thing thing, String what, Request request) {
        return switch (what) {
            case "PATCH pulls/n" -> rules.editPull(place, thing, request);
            case "POST pulls/n/requested_reviewers" -> rules.requestReviews(place, thing, request);
            case "GET pulls/n" -> rules.pull(place, thing);
            case "PUT pulls/n/merge" -> rules.merge(place, thing);
            case "GET pulls/n/reviews" -> rules.reviews(thing, request);
            case "PATCH issues/n" -> rules.editIssue(place, thing, request);
            case "GET issues/n/comments" -> rules.comments(thing, request);
            case "POST issues/n/comments" -> rules.comment(thing, request);
            case "POST issues/n/labels" -> rules.labelThing(place, thing, request);
            default -> Reply.no(404, "Not Found");
        };
    }

    private Reply mutation(JsonNode body) {
        String[] id = body.path("variables").path("id").asText().split("_");
        Place where = places.values().stream()
                .filter(place -> String.valueOf(place.id).equals(id[1]))
                .findFirst()
                .orElseThrow();
        return rules.mutate(
                where,
                where.thing(Integer.parseInt(id[2])).orElseThrow(),
                body.path("query").asText());
    }
}
