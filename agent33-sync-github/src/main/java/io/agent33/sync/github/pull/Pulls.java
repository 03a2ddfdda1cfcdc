package io.agent33.sync.github.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.github.limit.Wait;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.rest.Refused;
import io.agent33.sync.github.rest.Rest;
import io.agent33.sync.github.rest.Segments;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The pull requests of one repository: what can be asked and done. */
final class Pulls {
    private static final int LOOKS = 3;

    private final Rest rest;
    private final RepositoryId repository;

    Pulls(Rest rest, RepositoryId repository) {
        this.rest = rest;
        this.repository = repository;
    }

    /** All that are open, the latest first. */
    List<Pull> open() {
        return pulls("?state=open&sort=created&direction=desc&per_page=100");
    }

    /** Those from a branch of this repository that are not open any more, the latest first. */
    List<Pull> closed(String branch) {
        return pulls("?state=closed&sort=created&direction=desc&per_page=100&head="
                        + Segments.encoded(repository.owner() + ":" + branch))
                .stream()
                .filter(pull -> pull.fromHere() && pull.head().equals(branch))
                .toList();
    }

    private List<Pull> pulls(String query) {
        return rest.list(repository, path() + query).stream().map(Pull::of).toList();
    }

    private String path() {
        return Segments.of(repository) + "/pulls";
    }

    private String path(Pull pull) {
        return path() + "/" + pull.number();
    }

    /** What GitHub answers to opening one, be it a no. */
    Answer create(String head, String base, PullRequestText text, Marker marker) {
        ObjectNode body = object().put("title", text.title())
                .put("head", head)
                .put("base", base)
                .put("body", marker.on(text.body()))
                .put("draft", text.draft());
        return rest.ask(repository, Ask.post(path(), body));
    }

    /** Writes some of its fields. */
    void edit(Pull pull, ObjectNode fields) {
        done(Ask.patch(path(pull), fields));
    }

    void close(Pull pull, Marker marker) {
        edit(pull, object().put("state", "closed").put("body", marker.on(pull.body())));
    }

    /** Whether somebody said so below it. */
    boolean says(Pull pull, String comment) {
        return rest.list(repository, comments(pull) + "?per_page=100").stream()
                .anyMatch(said -> said.path("body").asText("").strip().equals(comment.strip()));
    }

    void comment(Pull pull, String comment) {
        done(Ask.post(comments(pull), object().put("body", comment)));
    }

    private String comments(Pull pull) {
        return Segments.of(repository) + "/issues/" + pull.number() + "/comments";
    }

    /** Who gave a review already, and need not be asked. */
    List<String> reviewers(Pull pull) {
        return rest.list(repository, path(pull) + "/reviews?per_page=100").stream()
                .map(review -> review.path("user").path("login").asText(""))
                .distinct()
                .toList();
    }

    /** What GitHub answers to asking for reviews, be it a no. */
    Answer request(Pull pull, List<String> users, List<String> teams) {
        ObjectNode body = object();
        users.forEach(body.putArray("reviewers")::add);
        teams.forEach(body.putArray("team_reviewers")::add);
        return rest.ask(repository, Ask.post(path(pull) + "/requested_reviewers", body));
    }

    void label(Pull pull, List<String> labels) {
        ObjectNode body = object();
        labels.forEach(body.putArray("labels")::add);
        done(Ask.post(Segments.of(repository) + "/issues/" + pull.number() + "/labels", body));
    }

    /**
     * Makes it a draft, or ready: REST has no request for that.
     *
     * @return whether the repository has drafts at all
     */
    boolean draft(Pull pull, boolean draft) {
        Answer answer = mutate(pull, draft ? "convertPullRequestToDraft" : "markPullRequestReadyForReview", "");
        if (isMutated(answer)) {
            return true;
        }
        if (answer.says("draft pull requests are not supported")) {
            return false;
        }
        throw Refused.exception(repository, answer);
    }

    /**
     * What GitHub answers to merging it by itself when all its requirements are met, be it a no. As long as it has not found out
     * whether there is anything to wait for, it is asked again, for some seconds.
     */
    Answer mergeLater(Pull pull, ObjectId head, MergeMethod method) {
        String more = ", mergeMethod: " + method + ", expectedHeadOid: \"" + head + "\"";
        Answer answer = mutate(pull, "enablePullRequestAutoMerge", more);
        for (int look = 0; look < LOOKS && answer.says("unknown status"); look++) {
            rest.pause(repository, Duration.ofSeconds(1L << look), Wait.Reason.UNDECIDED);
            answer = mutate(pull, "enablePullRequestAutoMerge", more);
        }
        return answer;
    }

    /** What is in the way of merging it, in GitHub's words: {@code clean}, {@code unstable}, {@code blocked} and so on. */
    String mergeState(Pull pull) {
        return done(Ask.get(path(pull))).body().path("mergeable_state").asText("unknown");
    }

    /** What it answers to not doing so any more. */
    Answer mergeNeverByItself(Pull pull) {
        return mutate(pull, "disablePullRequestAutoMerge", "");
    }

    /** What it answers to merging it at once, as it was seen. */
    Answer merge(Pull pull, ObjectId head, MergeMethod method) {
        return rest.ask(
                repository,
                Ask.put(
                        path(pull) + "/merge",
                        object().put("sha", head.hex())
                                .put("merge_method", method.name().toLowerCase(Locale.ROOT))));
    }

    /** Whether the repository lets pull requests be merged by themselves. */
    boolean allowsAutoMerge() {
        return done(Ask.get(Segments.of(repository)))
                .body()
                .path("allow_auto_merge")
                .asBoolean();
    }

    /** Mutations are answered with status 200, whatever becomes of them. */
    static boolean isMutated(Answer answer) {
        return answer.isDone()
                && answer.body().path("errors").isEmpty()
                && StreamSupport.stream(answer.body().path("data").spliterator(), false)
                        .anyMatch(JsonNode::isObject);
    }

    /** @param more of the input, in GraphQL: constants and object ids */
    private Answer mutate(Pull pull, String mutation, String more) {
        ObjectNode body = object().put(
                        "query",
                        "mutation($id: ID!) { " + mutation + "(input: {pullRequestId: $id" + more
                                + "}) { pullRequest { number } } }");
        body.putObject("variables").put("id", pull.node());
        return rest.ask(repository, Ask.post(rest.graph(), body));
    }

    private Answer done(Ask ask) {
        return Refused.unlessDone(repository, rest.ask(repository, ask));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
