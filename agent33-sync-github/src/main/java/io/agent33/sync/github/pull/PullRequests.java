package io.agent33.sync.github.pull;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Rest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole life of a rule's pull requests (S11). Everything begins by looking at what there is. Thread-safe. */
public final class PullRequests {
    private final Rest rest;
    private final Labels labels;
    private final NeverOpened neverOpened = new NeverOpened();

    public PullRequests(Rest rest) {
        this.rest = rest;
        this.labels = new Labels(rest);
    }

    /** Sees to it that exactly one pull request says what the draft says. */
    public Publication publish(PullRequestDraft draft) {
        boolean asked = neverOpened.take(draft.repository(), draft.head().branch());
        Publishing publishing = new Publishing(new Pulls(rest, draft.repository()), labels, draft, asked);
        return rest.settled(draft.repository(), publishing::publication);
    }

    /** Whether a person closed the one for a release. */
    public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
        String branch = RuleBranches.of(ruleId).at(release.label());
        List<Pull> closed = new Pulls(rest, repository).closed(branch);
        neverOpened.see(repository, branch, closed.isEmpty());
        return closed.stream()
                .filter(pull -> Marker.isIn(pull.body()))
                .findFirst()
                .flatMap(PullRequests::closedByPerson);
    }

    /** Of those from the rule's branch the publisher's: to the same base, or with its marker; a person may have made another one. */
    static Optional<Pull> ours(Stream<Pull> fromBranch, BranchTip base) {
        return fromBranch
                .filter(pull -> pull.base().equals(base.branch()) || Marker.isIn(pull.body()))
                .min(Comparator.comparing(pull -> !pull.base().equals(base.branch())));
    }

    /** Of the last one from a branch, which alone counts. */
    static Optional<Publication.Declined> closedByPerson(Pull last) {
        return Optional.of(last)
                .filter(pull -> !pull.isMerged())
                .filter(pull -> Marker.in(pull.body(), pull.isDraft()).state() == Marker.State.WANTED)
                .map(pull -> new Publication.Declined("a person closed it: " + pull.address()));
    }

    /** Closes the open one from a branch. */
    public void withdraw(RepositoryId repository, BranchTip head) {
        Pulls pulls = new Pulls(rest, repository);
        rest.settled(repository, () -> {
            pulls.open().stream()
                    .filter(pull -> pull.fromHere() && pull.head().equals(head.branch()))
                    .forEach(pull -> pulls.close(
                            pull, Marker.in(pull.body(), pull.isDraft()).takenBack()));
            return true;
        });
    }
}
