package io.agent33.sync.github.pull;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Asks for reviews: users and teams apart, never the author, nobody twice, and whoever GitHub refuses costs nobody else
 * anything (S11).
 */
final class Reviewers {
    /** GitHub accepts no more at once. */
    private static final int MOST = 15;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final Pulls pulls;
    private final Pull pull;
    private final boolean fresh;

    /** @param team whether it is one; its name is a slug then */
    private record Reviewer(String name, boolean team) {
        @Override
        public String toString() {
            return (team ? "team/" : "") + name;
        }
    }

    /** @param fresh whether nobody can have reviewed it yet */
    Reviewers(Pulls pulls, Pull pull, boolean fresh) {
        this.fresh = fresh;
        this.pulls = pulls;
        this.pull = pull;
    }

    /**
     * Asks those who are missing.
     *
     * @param names {@code user}, {@code @user} or {@code @owner/team}; others, e-mail addresses too, cannot be asked
     * @param said remembers who was refused before, and who was asked
     * @return whom it refuses now; empty if nobody was missing
     */
    Asked ask(RepositoryId repository, List<String> names, Marker said) {
        List<Reviewer> missing = names.stream()
                .map(name -> name.replaceFirst("^@", ""))
                .filter(name -> isOne(name, repository))
                .map(name -> new Reviewer(name.substring(name.indexOf('/') + 1), name.indexOf('/') >= 0))
                .filter(reviewer -> reviewer.team() || !same(reviewer.name(), pull.author()))
                .filter(reviewer -> !said.refused().contains(reviewer.toString()))
                .distinct()
                .limit(MOST)
                .filter(reviewer -> !said.asked().contains(reviewer.toString()))
                .filter(reviewer -> !contains(reviewer.team() ? pull.teams() : pull.users(), reviewer.name()))
                .toList();
        if (!fresh && missing.stream().anyMatch(reviewer -> !reviewer.team())) {
            List<String> reviewed = pulls.reviewers(pull);
            missing = missing.stream()
                    .filter(reviewer -> reviewer.team() || !contains(reviewed, reviewer.name()))
                    .toList();
        }
        if (missing.isEmpty()) {
            return new Asked(false, List.of(), List.of());
        }
        List<String> refused = request(repository, missing);
        return new Asked(
                true,
                refused,
                missing.stream()
                        .map(Reviewer::toString)
                        .filter(name -> !refused.contains(name))
                        .toList());
    }

    /**
     * What came of it.
     *
     * @param wrote whether somebody was asked
     * @param refused by GitHub
     * @param asked the others
     */
    record Asked(boolean wrote, List<String> refused, List<String> asked) {}

    private static boolean isOne(String name, RepositoryId repository) {
        String owner = repository.owner() + "/";
        boolean team = name.toLowerCase(Locale.ROOT).startsWith(owner.toLowerCase(Locale.ROOT));
        return NAME.matcher(team ? name.substring(owner.length()) : name).matches();
    }

    /** One bad name spoils a request, so a refused one is halved until it is found. */
    private List<String> request(RepositoryId repository, List<Reviewer> reviewers) {
        Answer answer = pulls.request(pull, names(reviewers, false), names(reviewers, true));
        if (answer.isDone()) {
            return List.of();
        }
        if (answer.status() != 422) {
            throw Refused.exception(repository, answer);
        }
        if (reviewers.size() == 1) {
            return List.of(reviewers.get(0).toString());
        }
        int half = reviewers.size() / 2;
        List<String> refused = new ArrayList<>(request(repository, reviewers.subList(0, half)));
        refused.addAll(request(repository, reviewers.subList(half, reviewers.size())));
        return refused;
    }

    private static List<String> names(List<Reviewer> reviewers, boolean team) {
        return reviewers.stream()
                .filter(reviewer -> reviewer.team() == team)
                .map(Reviewer::name)
                .toList();
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(each -> same(each, name));
    }

    /** GitHub tells names apart without regard to case. */
    private static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
