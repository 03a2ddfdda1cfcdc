package io.agent33.sync.core.plan;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.codeowners.CodeOwners;
import io.agent33.sync.core.pullrequest.ChangelogExcerpt;
import io.agent33.sync.core.pullrequest.NoteSections;
import io.agent33.sync.core.pullrequest.PullRequestFacts;
import io.agent33.sync.core.pullrequest.PullRequestWriter;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.TreeDiff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last stage: the pull request's words, with what the upstream tells of the change (S11). */
final class Wording {
    private static final List<String> USUAL_CHANGELOGS = List.of("core/CHANGELOG.md", "CHANGELOG.md");
    private static final int MAX_CHANGELOG = 4 << 20;
    /** How far back subjects are looked for; a sync over more commits than that has a changelog. */
    private static final int MAX_COMMITS = 2_000;

    private final UpstreamView view;
    private final PullRequestWriter writer;

    Wording(UpstreamView view, PullRequestWriter writer) {
        this.view = view;
        this.writer = writer;
    }

    /** What the pull request tells of, but for the checks. */
    PullRequestFacts facts(
            SyncRule rule,
            Release release,
            Optional<Manifest> merged,
            List<PlannedEdit> edits,
            List<PathNote> notes,
            CodeOwners owners) {
        Set<String> sources =
                edits.stream().flatMap(edit -> edit.source().stream()).collect(Collectors.toSet());
        return new PullRequestFacts(
                rule,
                release,
                merged.map(Manifest::release),
                edits,
                List.of(),
                excerpt(rule, release, merged.map(Manifest::commit), sources),
                NoteSections.of(notes),
                owners(edits, owners),
                NoteSections.attention(notes));
    }

    /** Of the delivered files, those that are deleted too. */
    private static List<String> owners(List<PlannedEdit> edits, CodeOwners owners) {
        return edits.stream()
                .filter(PlannedEdit::delivered)
                .flatMap(edit -> owners.of(edit.path().value()).stream())
                .distinct()
                .toList();
    }

    PullRequestText text(PullRequestFacts facts) {
        return writer.write(facts);
    }

    private ChangelogExcerpt excerpt(SyncRule rule, Release release, Optional<ObjectId> previous, Set<String> sources) {
        // A commit that is gone from the upstream's history is nothing to compare with.
        if (previous.filter(view::reaches).isEmpty()) {
            return ChangelogExcerpt.none();
        }
        return ChangelogExcerpt.between(
                changelog(rule, previous.get()),
                changelog(rule, release.commit()),
                sources,
                () -> subjects(previous.get(), release.commit(), sources));
    }

    private Optional<String> changelog(SyncRule rule, ObjectId commit) {
        Stream<String> candidates = rule.changelog().map(Stream::of).orElseGet(USUAL_CHANGELOGS::stream);
        return candidates
                .flatMap(path -> view.at(commit).tree().find(path).stream())
                .filter(entry -> entry.mode().isFile())
                .findFirst()
                .flatMap(this::read);
    }

    private Optional<String> read(TreeEntry changelog) {
        return Blobs.read(view.repository().blobs(), changelog.id(), MAX_CHANGELOG)
                .map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** Of the commits that touched a delivered file, the newest first; merges tell nothing of their own. */
    private List<String> subjects(ObjectId from, ObjectId to, Set<String> sources) {
        List<String> subjects = new ArrayList<>();
        int[] visited = new int[1];
        view.repository().history(to, Set.of(from), commit -> {
            if (commit.parents().size() == 1 && touches(commit, sources)) {
                subjects.add(commit.subject());
            }
            return ++visited[0] < MAX_COMMITS;
        });
        return subjects;
    }

    private boolean touches(Commit commit, Set<String> sources) {
        boolean[] touched = new boolean[1];
        TreeDiff.between(
                view.repository().tree(commit.parents().get(0)),
                view.repository().tree(commit.id()),
                path -> touched[0] |= sources.contains(path));
        return touched[0];
    }
}
