package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.glob.Glob;
import io.agent33.sync.core.glob.GlobSyntaxException;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.NearestName;
import io.agent33.sync.core.text.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks single values of one rule and keeps what is wrong with them. Paths of keys are below {@code sync_rule}. */
final class ValueChecks {
    private final Location where;
    private final List<Objection> objections = new ArrayList<>();

    ValueChecks(Location where) {
        this.where = where;
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    static String path(String key) {
        return RuleFormat.ROOT_KEY + "." + key;
    }

    void refuse(String code, String key, String expected, String found, String remedy) {
        objections.add(Objection.of(code, path(key), expected, found, remedy).at(where));
    }

    void bad(String key, String expected, String found) {
        refuse(Codes.BAD_VALUE, key, expected, Excerpt.quoted(found), "");
    }

    void glob(String key, String pattern) {
        try {
            Glob.parse(pattern);
        } catch (GlobSyntaxException e) {
            String found = Excerpt.quoted(pattern) + ": " + OneLine.of(e.reason()) + " (at its character "
                    + (e.index() + 1) + ")";
            refuse(Codes.BAD_GLOB, key, "a glob", found, OneLine.of(e.remedy()));
        }
    }

    void globs(String key, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            glob(key + "[" + i + "]", patterns.get(i));
        }
    }

    /** A path that is safe inside a repository. */
    void repoPath(String key, String path) {
        problem(Codes.UNSAFE_PATH, key, "a path inside the repository", path, RepoPath.problemOf(path));
    }

    void matching(Pattern pattern, String key, String expected, String text) {
        if (!pattern.matcher(text).matches()) {
            bad(key, expected, text);
        }
    }

    void notBlank(String key, String expected, String text) {
        if (text.isBlank()) {
            bad(key, expected, text);
        }
    }

    void oneOf(String code, String key, Collection<String> names, String name) {
        if (!names.contains(name)) {
            refuse(code, key, Names.choice(names), Excerpt.quoted(name), NearestName.question(name, names));
        }
    }

    /** Objects if there is a problem. */
    void problem(String code, String key, String expected, String found, Optional<String> problem) {
        problem.ifPresent(text -> refuse(code, key, expected, Excerpt.quoted(found) + ": " + OneLine.of(text), ""));
    }
}
