package io.agent33.sync.github.simulated;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A repository there as people see it and act on it. */
public final class Seen {
    private final SimulatedGitHub gitHub;
    private final Place place;

    private Seen(SimulatedGitHub gitHub, Place place) {
        this.gitHub = gitHub;
        this.place = place;
    }

    public static Seen in(SimulatedGitHub gitHub, RepositoryId repository) {
        return new Seen(gitHub, gitHub.place(repository));
    }

    /**
     * A pull request.
     *
     * @param awaited whether it is to be merged when its requirements are met
     * @param reviewers users and teams who are asked
     */
    public record Pull(
            int number,
            boolean open,
            boolean draft,
            boolean awaited,
            boolean merged,
            String title,
            String body,
            Set<String> labels,
            Set<String> reviewers,
            List<String> comments) {}

    /** A branch is pushed. */
    public void branch(String name) {
        synchronized (gitHub) {
            place.branches.add(name);
        }
    }

    public void onlyReviewers(String... names) {
        synchronized (gitHub) {
            place.collaborators.addAll(List.of(names));
        }
    }

    public void noDrafts() {
        synchronized (gitHub) {
            place.drafts = false;
        }
    }

    public void noAutoMerge() {
        synchronized (gitHub) {
            place.autoMerge = false;
        }
    }

    /** What is in the way of merging, in GitHub's words; one after the other, the last of them from then on. */
    public void mergeStates(String... states) {
        synchronized (gitHub) {
            place.mergeStates.clear();
            place.mergeStates.addAll(List.of(states));
        }
    }

    /** Somebody asks for it to be merged when its requirements are met; empty for nobody any more. */
    public void await(String branch, String login) {
        synchronized (gitHub) {
            place.openPull(branch).orElseThrow().awaitedBy = login;
        }
    }

    /** Somebody writes below the text of the open pull request. */
    public void write(String branch, String more) {
        synchronized (gitHub) {
            place.openPull(branch).orElseThrow().body += more;
        }
    }

    /** Somebody writes another text. */
    public void overwrite(String branch, String text) {
        synchronized (gitHub) {
            place.openPull(branch).orElseThrow().body = text;
        }
    }

    /** Somebody opens another pull request from a branch, to another base. */
    public void openElsewhere(String branch, String base, String login, String text) {
        synchronized (gitHub) {
            place.things.add(new Thing(
                    place.things.size() + 1, login, text, text, Optional.of(new Thing.Branches(branch, base))));
        }
    }

    public void archive() {
        synchronized (gitHub) {
            place.archived = true;
        }
    }

    /** A person gives a review, and is not asked any more. */
    public void review(String branch, String login) {
        synchronized (gitHub) {
            Thing pull = place.openPull(branch).orElseThrow();
            pull.users.remove(login);
            pull.reviewed.add(login);
        }
    }

    /** A person makes a draft ready. */
    public void ready(String branch) {
        synchronized (gitHub) {
            place.openPull(branch).orElseThrow().draft = false;
        }
    }

    /** A person closes the open pull request from a branch. */
    public void close(String branch) {
        synchronized (gitHub) {
            place.openPull(branch).orElseThrow().open = false;
        }
    }

    /** A person merges it. */
    public void merge(String branch) {
        synchronized (gitHub) {
            Thing pull = place.openPull(branch).orElseThrow();
            pull.open = false;
            pull.merged = true;
        }
    }

    /** The titles of the open issues. */
    public List<String> issues() {
        synchronized (gitHub) {
            return place.things.stream()
                    .filter(thing -> !thing.isPull() && thing.open)
                    .map(thing -> thing.title)
                    .toList();
        }
    }

    public Pull open(String branch) {
        synchronized (gitHub) {
            return of(place.openPull(branch).orElseThrow());
        }
    }

    public List<Pull> from(String branch) {
        synchronized (gitHub) {
            return place.things.stream()
                    .filter(thing -> thing.isPull() && thing.head().equals(branch))
                    .map(Seen::of)
                    .toList();
        }
    }

    /** A label's name, colour and description. */
    public String[] lookOf(String label) {
        synchronized (gitHub) {
            return place.labels.get(label.toLowerCase(Locale.ROOT)).clone();
        }
    }

    private static Pull of(Thing thing) {
        Set<String> reviewers = new HashSet<>(thing.users);
        reviewers.addAll(thing.teams);
        return new Pull(
                thing.number,
                thing.open,
                thing.draft,
                !thing.awaitedBy.isEmpty(),
                thing.merged,
                thing.title,
                thing.body,
                Set.copyOf(thing.labels),
                reviewers,
                List.copyOf(thing.comments));
    }
}
