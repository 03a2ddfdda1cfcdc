package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others build on: the poms of a release, as they meet them. */
class PublishedPomsTest {
    private static final String VERSION = Pom.in(".").version();

    @Test
    void aReleaseHasTheseArtifacts() {
        assertThat(Pom.published())
                .extracting(Pom::artifactId)
                .contains("agent33-sync-parent", "agent33-sync-bom", "agent33-sync-api", "agent33-sync-core")
                .doesNotContain("agent33-sync-it");
    }

    @ParameterizedTest
    @MethodSource("published")
    void itSaysWhatItIs(Pom pom) {
        assertThat(pom.text("name")).isNotEmpty();
        assertThat(pom.text("description")).isNotEmpty();
        assertThat(pom.text("parent/artifactId") + pom.text("licenses/license/name"))
                .as("a parent to inherit from, or a license of its own")
                .isIn("agent33-sync-parent", "Apache-2.0");
    }

    @ParameterizedTest
    @MethodSource("published")
    void itsVersionIsWrittenOutAndTheSameEverywhere(Pom pom) {
        assertThat(VERSION).doesNotContain("$");
        assertThat(pom.version()).isEqualTo(VERSION);
    }

    @ParameterizedTest
    @MethodSource("published")
    void itSendsNobodyToARepository(Pom pom) {
        assertThat(Stream.of("repositories", "pluginRepositories", "distributionManagement")
                        .filter(pom::has))
                .isEmpty();
    }

    @Test
    void apiTakesJsr305AlongAndNothingElse() {
        assertThat(Pom.in("agent33-sync-api").dependencies())
                .extracting(Pom.Dependency::artifactId)
                .containsExactly("jsr305");
    }

    @Test
    void coreTakesNoTestLibraryAlong() {
        assertThat(takenAlong("agent33-sync-core"))
                .contains("agent33-sync-api", "slf4j-api")
                .doesNotContain("agent33-sync-testkit", "slf4j-simple")
                .noneMatch(name -> name.matches("junit.*|assertj.*|mockito.*"));
    }

    @Test
    void testkitLeavesTheVersionOfJUnitToTheTestSuite() {
        assertThat(takenAlong("agent33-sync-testkit")).containsExactly("agent33-sync-api", "assertj-core");
    }

    private static List<String> takenAlong(String module) {
        return Pom.in(module).dependencies().stream()
                .filter(Pom.Dependency::isTakenAlong)
                .map(Pom.Dependency::artifactId)
                .toList();
    }

    @Test
    void theBomNamesWhatIsPublishedAndBringsNothingElse() {
        Pom bom = Pom.in("agent33-sync-bom");

        assertThat(bom.has("parent")).isFalse();
        assertThat(bom.managed())
                .extracting(Pom.Dependency::artifactId)
                .containsExactlyElementsOf(Pom.published().stream()
                        .map(Pom::artifactId)
                        .filter(name -> !name.matches(".*-(parent|bom)"))
                        .toList());
        assertThat(bom.managed()).extracting(Pom.Dependency::version).containsOnly("${project.version}");
    }

    @Test
    void noPackageIsInTwoModules() throws IOException {
        Map<Path, String> owners = new HashMap<>();

        for (String module : Paper.modules()) {
            assertThat(packages(module))
                    .as("packages of %s, of which no other module has classes", module)
                    .allSatisfy(folder ->
                            assertThat(owners.putIfAbsent(folder, module)).isNull());
        }
        assertThat(owners).containsEntry(Path.of("io/agent33/sync"), "agent33-sync-core");
    }

    /** Folders that hold classes. */
    private static Set<Path> packages(String module) throws IOException {
        Path classes = Paper.at(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file.getParent()))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleStandsOnThisVersionAndOnNoPomOfOurs(Pom example) {
        assertThat(example.has("parent")).isFalse();
        assertThat(example.text("properties/agent33-sync.version")).isEqualTo(VERSION);
        assertThat(Paper.read("examples/README.md")).contains("(" + example.artifactId() + ")");
        assertThat(Paper.read(".ci/outsider")).contains("outside " + example.artifactId());
    }

    /** Continuous integration also runs them, from the artifacts alone; this says sooner that an api has left them behind. */
    @ParameterizedTest
    @MethodSource("examples")
    void anExampleCompilesAgainstThisVersion(Pom example, @TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Paper.at(example.folder()).resolve("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            Snippet.compile(sources, folder);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/embedding.md"})
    void aPageThatNamesAVersionNamesThisOne(String page) {
        assertThat(Pattern.compile("<version>([^<]*)</version>")
                        .matcher(Paper.read(page))
                        .results())
                .extracting(found -> found.group(1))
                .containsOnly(VERSION);
    }

    private static Stream<Pom> published() {
        return Pom.published().stream();
    }

    private static Stream<Pom> examples() {
        return Pom.examples().stream();
    }
}
