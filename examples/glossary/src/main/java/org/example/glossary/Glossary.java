package org.example.glossary;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TextEdit;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.api.transform.TransformProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains each term where a document first says it: {@code drift} becomes {@code drift (what nobody meant to change)}. The terms stand in
 * a file upstream, one a line, {@code term: explanation}. A rule says {@code glossary: { file: "core/terms.txt" }}.
 *
 * <p>Everything that it does follows from the document and its context, so that it can be done again with the same result.
 */
public final class Glossary implements Transform {
    private final String file;

    private Glossary(String file) {
        this.file = file;
    }

    /** To be registered: {@code builder.transform("glossary", Glossary.provider())}. */
    public static TransformProvider provider() {
        return Glossary::of;
    }

    /** What is wrong with the options is said where the rule is read, with file and line. */
    private static Transform of(TransformOptions options) {
        String file = options.text("file");
        if (file.startsWith("/")) {
            options.refuse("absolute-path", "file", "a path from the upstream's root", file, "leave the first slash out");
        }
        return new Glossary(file);
    }

    @Override
    public Document apply(Document document, TransformContext context) {
        Optional<String> terms = context.files().text(file);
        if (terms.isEmpty()) {
            return document.noting(new TransformNote(
                    "glossary-missing", 0, "there is no glossary at " + file, "name another file in the rule"));
        }
        List<TextEdit> edits = new ArrayList<>();
        read(terms.get())
                .forEach((term, explanation) -> first(document.text(), term)
                        .filter(end -> !document.text().startsWith(" (" + explanation + ")", end))
                        .ifPresent(end -> edits.add(new TextEdit(end, end, " (" + explanation + ")"))));
        // Without an edit it gives the very document that it got.
        return document.edit(edits);
    }

    /** Where the first mention of a term ends. */
    private static Optional<Integer> first(String text, String term) {
        Matcher mention = Pattern.compile("\\b" + Pattern.quote(term) + "\\b").matcher(text);
        return mention.find() ? Optional.of(mention.end()) : Optional.empty();
    }

    private static Map<String, String> read(String terms) {
        Map<String, String> read = new TreeMap<>();
        terms.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && !parts[0].isBlank())
                .forEach(parts -> read.put(parts[0].strip(), parts[1].strip()));
        return read;
    }
}
