package io.agent33.sync.github.pull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.EffectUnknownException;
import io.agent33.sync.github.rest.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One draft on its way to being a pull request. It may be tried again at any time, and finds what was brought about before. For one
 * thread.
 */
final class Publishing {
    private final Pulls pulls;
    private final Labels labels;
    private final PullRequestDraft draft;
    private final PullRequestText text;

    /** Of all tries together. */
    private boolean opened;

    private boolean written;

    Publishing(Pulls pulls, Labels labels, PullRequestDraft draft) {
        this.pulls = pulls;
        this.labels = labels;
        this.draft = draft;
        this.text = draft.text();
    }

    Publication publication() {
        List<Pull> open = pulls.open();
        Optional<Pull> own = open.stream().filter(this::isOwn).findFirst();
        if (own.isEmpty()) {
            Optional<Publication.Declined> declined =
                    PullRequests.closedByPerson(pulls, draft.head().branch());
            if (declined.isPresent()) {
                return declined.get();
            }
        }
        Pull pull = own.orElseGet(this::created);
        complete(pull);
        supersede(open, pull);
        return told(pull.address());
    }

    private Publication told(String address) {
        if (opened) {
            return new Publication.Opened(address);
        }
        return written ? new Publication.Updated(address) : new Publication.Unchanged(address);
    }

    private boolean isOwn(Pull pull) {
        return pull.fromHere() && pull.head().equals(draft.head().branch());
    }

    private Pull created() {
        // Whatever becomes of the request: if there is one at the next look, this was it.
        opened = true;
        Answer answer = create(text);
        if (answer.status() == 422 && answer.says("draft pull requests are not supported")) {
            answer = create(new PullRequestText(text.title(), text.body(), text.labels(), text.reviewers(), false));
        }
        if (answer.status() == 422 && answer.says("already exists")) {
            opened = false;
            throw new EffectUnknownException(answer.ask(), "somebody else made it meanwhile");
        }
        return Pull.of(Refused.unlessDone(draft.repository(), answer).body());
    }

    private Answer create(PullRequestText said) {
        return pulls.create(draft.head().branch(), draft.base().branch(), said, marker());
    }

    private Marker marker() {
        return new Marker(Marker.State.WANTED, text.draft(), List.of());
    }

    private void complete(Pull pull) {
        Marker said = Marker.in(pull.body(), pull.isDraft());
        if (said.draft() != text.draft() && pull.isDraft() != text.draft()) {
            pulls.draft(pull, text.draft());
            written = true;
        }
        label(pull);
        Reviewers.Asked asked = new Reviewers(pulls, pull).ask(draft.repository(), text.reviewers(), said.refused());
        written |= asked.wrote();
        say(pull, new Marker(Marker.State.WANTED, text.draft(), said.refused()).refusing(asked.refused()));
    }

    private void label(Pull pull) {
        Set<String> there = pull.labels().stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> missing = text.labels().stream()
                .filter(label -> !there.contains(label.toLowerCase(Locale.ROOT)))
                .toList();
        if (!missing.isEmpty()) {
            labels.ensure(draft.repository(), missing);
            pulls.label(pull, missing);
            written = true;
        }
    }

    private void say(Pull pull, Marker marker) {
        String body = marker.on(text.body());
        ObjectNode fields = Pulls.object();
        if (!pull.title().strip().equals(text.title().strip())) {
            fields.put("title", text.title());
        }
        if (!pull.body()
                .replace("\r\n", "\n")
                .strip()
                .equals(body.replace("\r\n", "\n").strip())) {
            fields.put("body", body);
        }
        if (!pull.base().equals(draft.base().branch())) {
            fields.put("base", draft.base().branch());
        }
        if (!fields.isEmpty()) {
            pulls.edit(pull, fields);
            written = true;
        }
    }

    /** A rule has one open pull request in a downstream. */
    private void supersede(List<Pull> open, Pull by) {
        RuleBranches branches = RuleBranches.of(draft.ruleId());
        open.stream()
                .filter(pull -> pull.fromHere() && branches.contains(pull.head()) && !isOwn(pull))
                .forEach(pull -> {
                    String comment = "Superseded by #" + by.number() + ".";
                    if (!pulls.says(pull, comment)) {
                        pulls.comment(pull, comment);
                    }
                    pulls.close(pull, Marker.in(pull.body(), pull.isDraft()).takenBack());
                    written = true;
                });
    }
}
