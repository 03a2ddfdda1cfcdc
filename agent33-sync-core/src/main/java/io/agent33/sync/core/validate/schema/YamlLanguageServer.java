package io.agent33.sync.core.validate.schema;

import io.agent33.sync.core.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comments that name a document's schema to editors: {@code # yaml-language-server: $schema=…}. */
final class YamlLanguageServer {
    private static final Pattern COMMENT =
            Pattern.compile("^#[ \\t]*+yaml-language-server:[ \\t]*+\\$schema=([^\\s]++)", Pattern.MULTILINE);

    private YamlLanguageServer() {}

    /** The documents, each with the last such comment before its first value and behind that of the document before. */
    static List<DataDocument> documents(String text, List<YamlDocument> documents) {
        List<DataDocument> all = new ArrayList<>();
        List<DataDocument.Declared> comments = comments(text);
        int behind = 0;
        for (YamlDocument document : documents) {
            int from = behind;
            int start = document.root().map(root -> root.at().line()).orElse(from);
            Optional<DataDocument.Declared> comment = comments.stream()
                    .filter(it -> it.place().line() > from && it.place().line() < start)
                    .reduce((first, last) -> last);
            all.add(new YamlData(document, comment));
            behind = start;
        }
        return all;
    }

    private static List<DataDocument.Declared> comments(String text) {
        List<DataDocument.Declared> found = new ArrayList<>();
        if (!text.contains("yaml-language-server")) {
            return found;
        }
        Matcher matcher = COMMENT.matcher(text);
        while (matcher.find()) {
            int line = 1
                    + (int) text.substring(0, matcher.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            found.add(new DataDocument.Declared(
                    matcher.group(1), new DataDocument.Place(line, 1 + matcher.start(1) - matcher.start())));
        }
        return found;
    }
}
