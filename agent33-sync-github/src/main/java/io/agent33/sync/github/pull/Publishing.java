package io.agent33.sync.github.pull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.EffectUnknownException;
import io.agent33.sync.github.rest.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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
    /** At the first try only: between two, somebody may have closed what the first one made. */
    private boolean declineAsked;

    /** The number of the one that was worked on: it may have been merged in a request whose answer was lost. */
    private OptionalLong under = OptionalLong.empty();

    private final List<String> notes = new ArrayList<>();

    /** @param declineAsked whether it is known that nobody closed one from the branch */
    Publishing(Pulls pulls, Labels labels, PullRequestDraft draft, boolean declineAsked) {
        this.pulls = pulls;
        this.labels = labels;
        this.draft = draft;
        this.text = draft.text();
        this.declineAsked = declineAsked;
    }

    Publication publication() {
        notes.clear();
        List<Pull> open = pulls.open();
        Optional<Pull> own = PullRequests.ours(open.stream().filter(this::isOwn), draft.base());
        boolean asked = declineAsked;
        declineAsked = false;
        if (own.isEmpty() && !asked) {
            Optional<Publication> before = before();
            if (before.isPresent()) {
                return before.get();
            }
        }
        Pull pull = own.orElseGet(this::created);
        under = OptionalLong.of(pull.number());
        supersede(open, pull);
        complete(pull, own.isEmpty());
        return told(pull.address());
    }

    /** What the last one from the branch, which is open no more, says against another one. */
    private Optional<Publication> before() {
        Optional<Pull> last = PullRequests.ours(pulls.closed(draft.head().branch()).stream(), draft.base());
        if (last.isPresent()
                && last.get().isMerged()
                && under.equals(OptionalLong.of(last.get().number()))) {
            notes.add("it is merged");
            return Optional.of(told(last.get().address()));
        }
        return last.flatMap(PullRequests::closedByPerson).map(declined -> declined);
    }

    private Publication told(String address) {
        if (opened) {
            return new Publication.Opened(address, notes);
        }
        return written ? new Publication.Updated(address, notes) : new Publication.Unchanged(address, notes);
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
        return Marker.fresh(text.draft());
    }

    private void complete(Pull pull, boolean fresh) {
        Marker said = fresh ? marker() : Marker.in(pull.body(), pull.isDraft());
        AutoMerge merging = new AutoMerge(pulls, pull, draft.head().commit());
        // First of all: what was pushed wants a person's look, and may be merged any moment.
        Optional<AutoMerge.Result> back =
                text.autoMerge().isPresent() ? Optional.empty() : Optional.of(merging.takeBack(said.merging()));
        if (said.draft() != text.draft() && pull.isDraft() != text.draft()) {
            draft(pull);
        }
        label(pull);
        Reviewers.Asked asked = new Reviewers(pulls, pull, fresh).ask(draft.repository(), text.reviewers(), said);
        written |= asked.wrote();
        Marker marker = said.wanted(text.draft()).with(asked);
        if (!marker.refused().isEmpty()) {
            notes.add("GitHub does not let these be asked for a review: " + String.join(", ", marker.refused()));
        }
        String there = say(pull, marker);
        // Last of all, since what is merged is not touched any more.
        AutoMerge.Result result =
                back.orElseGet(() -> merging.settle(text.autoMerge().orElseThrow(), marker.merging()));
        written |= result.wrote();
        result.note().ifPresent(notes::add);
        if (!result.merged()) {
            remember(pull, there, marker.merging(result.state()));
        }
    }

    private void draft(Pull pull) {
        if (pulls.draft(pull, text.draft())) {
            written = true;
        } else {
            notes.add("it is to be a draft, and the repository has none: see its text before it is merged");
        }
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

    /** Sees to the words, with a marker where they are written. What the body is then. */
    private String say(Pull pull, Marker marker) {
        String body = marker.on(text.body());
        ObjectNode fields = Pulls.object();
        if (!pull.title().strip().equals(text.title().strip())) {
            fields.put("title", text.title());
        }
        if (!same(Marker.without(pull.body()), Marker.without(body))) {
            fields.put("body", body);
        }
        if (!pull.base().equals(draft.base().branch())) {
            fields.put("base", draft.base().branch());
        }
        if (!fields.isEmpty()) {
            pulls.edit(pull, fields);
            written = true;
        }
        return fields.has("body") ? body : pull.body();
    }

    private void remember(Pull pull, String there, Marker marker) {
        String body = marker.on(text.body());
        if (!same(there, body)) {
            pulls.edit(pull, Pulls.object().put("body", body));
            written = true;
        }
    }

    /** GitHub writes line ends in its own way. */
    private static boolean same(String one, String other) {
        return one.replace("\r\n", "\n")
                .strip()
                .equals(other.replace("\r\n", "\n").strip());
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
