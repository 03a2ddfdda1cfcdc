package io.agent33.sync.core.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published examples of CommonMark, from the folder that {@code -Dagent33.corpora=…} names. */
final class CommonMarkSuite {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^`{32} example\\n(.*?)^\\.\\n(.*?)^`{32}$");

    record Example(int number, String markdown, String html) {
        @Override
        public String toString() {
            return number + ": " + markdown.replace("\n", "⏎");
        }
    }

    private CommonMarkSuite() {}

    static List<Example> examples() throws IOException {
        Path file = Path.of(System.getProperty("agent33.corpora", "(no -Dagent33.corpora)"))
                .resolve("suites/commonmark-spec.txt");
        Matcher found = EXAMPLE.matcher(Files.readString(file, UTF_8));
        List<Example> examples = new ArrayList<>();
        while (found.find()) {
            examples.add(new Example(
                    examples.size() + 1,
                    found.group(1).replace('→', '\t'),
                    found.group(2).replace('→', '\t')));
        }
        return examples;
    }
}
