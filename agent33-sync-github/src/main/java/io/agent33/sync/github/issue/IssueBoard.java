package io.agent33.sync.github.issue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.issue.Issues.Found;
import io.agent33.sync.github.rest.Rest;
import java.util.List;
import java.util.Optional;

/** One open issue a cause, whoever asks for it and how often. Thread-safe. */
public final class IssueBoard {
    private final Rest rest;

    public IssueBoard(Rest rest) {
        this.rest = rest;
    }

    /** Sees to it that one open issue says what the draft says. */
    public Tracking track(IssueDraft draft) {
        Issues issues = new Issues(rest, draft.repository(), draft.key());
        Try attempt = new Try(issues, draft);
        return rest.settled(draft.repository(), attempt::tracking);
    }

    /** One draft, as often as it is tried. */
    private static final class Try {
        private final Issues issues;
        private final IssueDraft draft;
        private boolean opened;
        private boolean written;

        Try(Issues issues, IssueDraft draft) {
            this.issues = issues;
            this.draft = draft;
        }

        Tracking tracking() {
            Optional<Found> open = only(issues);
            return open.isPresent() ? told(said(open.get())) : created();
        }

        /** GitHub opens two for two who ask at the same moment: the earlier one counts. */
        private Tracking created() {
            opened = true;
            Found made = issues.create(draft);
            Found counts = only(issues).orElse(made);
            opened = counts.number() == made.number();
            return told(opened ? made : said(counts));
        }

        private Found said(Found issue) {
            ObjectNode missing = issues.missing(issue, draft);
            if (missing.isEmpty()) {
                return issue;
            }
            written = true;
            return issues.edit(issue, missing);
        }

        private Tracking told(Found found) {
            Issue issue = found.issue(draft.repository());
            if (opened) {
                return new Tracking.Opened(issue);
            }
            return written ? new Tracking.Updated(issue) : new Tracking.Unchanged(issue);
        }
    }

    /**
     * The earliest that is open. Later ones are closed by whoever sees them: who made one may not have heard of it, or was cut off
     * before he could.
     */
    private static Optional<Found> only(Issues issues) {
        List<Found> open = issues.all().stream().filter(Found::isOpen).toList();
        open.stream().skip(1).forEach(later -> issues.closeDuplicate(later, open.get(0)));
        return open.stream().findFirst();
    }

    /** The open one of a cause, else the last. */
    public Optional<Issue> find(RepositoryId repository, String key) {
        List<Found> all = new Issues(rest, repository, key).all();
        return all.stream()
                .filter(Found::isOpen)
                .findFirst()
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)))
                .map(found -> found.issue(repository));
    }

    /** Closes the open one. */
    public Optional<Issue> close(RepositoryId repository, String key, String reason) {
        Issues issues = new Issues(rest, repository, key);
        return rest.settled(
                repository,
                () -> only(issues).map(open -> issues.close(open, reason).issue(repository)));
    }
}
