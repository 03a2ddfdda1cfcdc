package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the project speak of what is there. */
class PaperTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsToAFile(String page) {
        Matcher link = LINK.matcher(Paper.read(page));
        List<String> broken = link.results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*|#.*"))
                .filter(target -> !Files.exists(Paper.at(page).resolveSibling(target.replaceFirst("#.*", ""))))
                .toList();

        assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
    }

    @Test
    void theFolderTableHasEveryModuleAndEveryRoom() throws IOException {
        String table = Paper.read("CONTRIBUTING.md");
        var missing = new TreeSet<String>();
        for (String module : Paper.modules()) {
            Stream.concat(Stream.of(module), rooms(module))
                    .filter(place -> !table.contains("| `" + place + "` |"))
                    .forEach(missing::add);
        }

        assertThat(missing)
                .as("modules and rooms that CONTRIBUTING.md does not name")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modulesAndRooms")
    void architectureNamesEveryRoom(String place) {
        String simple = place.substring(place.lastIndexOf('/') + 1);

        assertThat(Paper.read("docs/architecture.md")).contains("`" + simple + "`");
    }

    @Test
    void everyDecisionIsInTheListOfDecisions() throws IOException {
        String list = Paper.read("docs/adr/README.md");
        try (Stream<Path> files = Files.list(Paper.at("docs/adr"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d.*")))
                    .allSatisfy(name -> assertThat(list).contains("(" + name + ")"));
        }
    }

    private static Stream<String> pages() {
        return Paper.pages().stream();
    }

    private static Stream<String> modulesAndRooms() throws IOException {
        Stream<String> all = Stream.empty();
        for (String module : Paper.modules()) {
            all = Stream.concat(all, Stream.concat(Stream.of(module), rooms(module)));
        }
        return all;
    }

    /** {@code …/core/plan} for a package below a module's own; none for the module's own. */
    private static Stream<String> rooms(String module) throws IOException {
        String name = module.substring(module.lastIndexOf('-') + 1);
        Path home = Paper.at(module).resolve("src/main/java/io/agent33/sync").resolve(name);
        if (!Files.isDirectory(home)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(home)) {
            return files
                    .filter(file -> file.endsWith("package-info.java"))
                    .map(file -> home.getParent()
                            .relativize(file.getParent())
                            .toString()
                            .replace('\\', '/'))
                    .filter(room -> room.contains("/"))
                    .map(room -> "…/" + room)
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
