package io.agent33.sync.core.validate.secret;

import com.google.re2j.Pattern;
import io.agent33.sync.api.error.Objection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule as it is written, before the file that it extends and the lists of the whole file are known. */
record GitleaksDraft(
        TomlTable table,
        String id,
        String description,
        Optional<Pattern> regex,
        Optional<Pattern> path,
        int secretGroup,
        double entropy,
        List<String> keywords,
        List<GitleaksAllowlist> allowlists) {

    /** What is written here goes before what is written in the extended file; lists are joined. */
    GitleaksDraft over(GitleaksDraft base) {
        return new GitleaksDraft(
                table,
                id,
                description.isEmpty() ? base.description : description,
                regex.or(() -> base.regex),
                path.or(() -> base.path),
                secretGroup == 0 ? base.secretGroup : secretGroup,
                entropy == 0 ? base.entropy : entropy,
                joined(base.keywords, keywords),
                joined(base.allowlists, allowlists));
    }

    GitleaksDraft allowing(List<GitleaksAllowlist> more) {
        return new GitleaksDraft(
                table, id, description, regex, path, secretGroup, entropy, keywords, joined(allowlists, more));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    GitleaksRule finished(List<Objection> objections) {
        if (regex.isEmpty() && path.isEmpty() && !table.has("regex") && !table.has("path")) {
            table.object("", "missing", "a regex or a path", "neither", "");
        }
        if (regex.isPresent() && secretGroup > regex.get().groupCount()) {
            table.object(
                    "secretGroup",
                    "no-such-group",
                    "at most " + regex.get().groupCount(),
                    String.valueOf(secretGroup),
                    "");
        }
        return new GitleaksRule(id, description, regex, path, secretGroup, entropy, keywords, allowlists);
    }
}
