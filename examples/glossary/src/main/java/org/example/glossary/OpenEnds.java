package org.example.glossary;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.api.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets nothing out that its author has not finished: {@code TODO}, {@code TBD} and {@code FIXME} are problems, wherever they stand. To be
 * registered: {@code builder.validator("open-ends", new OpenEnds())}.
 */
public final class OpenEnds implements Validator {
    private static final Pattern WORD = Pattern.compile("\\b(?:TODO|TBD|FIXME)\\b");

    @Override
    public List<Finding> check(ValidationContext context) {
        List<Finding> findings = new ArrayList<>();
        for (DeliveredFile file : context.files()) {
            // A file with conflict markers is for a person to finish; a binary one has no text.
            if (!file.conflicted()) {
                file.text().ifPresent(text -> look(file.target().value(), text, findings));
            }
        }
        return findings;
    }

    private static void look(String path, String text, List<Finding> findings) {
        int line = 0;
        for (String each : (Iterable<String>) text.lines()::iterator) {
            line++;
            Matcher word = WORD.matcher(each);
            while (word.find()) {
                findings.add(Finding.problem(
                        "open-end",
                        new Location(path, line, word.start() + 1),
                        "\"" + word.group() + "\" in a released document",
                        "finish it upstream, or leave the file out by filters.exclude"));
            }
        }
    }
}
