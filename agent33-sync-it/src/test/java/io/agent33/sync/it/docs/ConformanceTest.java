package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conformance page tells the truth: what it calls shown is shown by a test that is there and has run. */
class ConformanceTest {
    private static final List<Requirement> ROWS = Requirement.all();
    private static final BuiltTests TESTS = new BuiltTests("agent33-sync-it");

    /** The specification's own sections, by the word in the ids of their rows. */
    private static final List<String> SPECIFICATION =
            List.of("ARCH", "RULE", "PR", "VAL", "CONF", "ROLL", "MON", "REG");

    @Test
    void everySectionHasRows() {
        Stream<String> semantics = IntStream.rangeClosed(1, 14).mapToObj(section -> "S" + section + ".");
        Stream<String> specification = SPECIFICATION.stream().map(section -> "SPEC-" + section + "-");

        assertThat(Stream.concat(semantics, specification)).allSatisfy(prefix -> assertThat(ROWS)
                .as("rows of %s", prefix)
                .anyMatch(row -> row.id().startsWith(prefix)));
    }

    @Test
    void everyRowHasAnIdAndAState() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.id()).as(row.at()).matches("S([1-9]|1[0-4])\\.\\d+|SPEC-[A-Z]+-\\d+");
            assertThat(row.text()).as(row.at()).isNotBlank();
            assertThat(row.isDone() || row.isPartly() || row.isLater())
                    .as("%s is done, partly: …, or later: …, not %s", row.at(), row.state())
                    .isTrue();
        });
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(ROWS).extracting(Requirement::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsDoneNamesWhereItIsAndATest() {
        assertThat(ROWS).filteredOn(row -> !row.isLater()).allSatisfy(row -> {
            assertThat(row.where()).as(row.at() + " says where it is").isNotEmpty();
            assertThat(row.tests()).as(row.at() + " names a test").isNotEmpty();
        });
    }

    @Test
    void everyNamedTestIsThereAndHasRun() {
        assertThat(ROWS.stream().flatMap(ConformanceTest::problems))
                .as("wrong tests in %s", Requirement.PAGE)
                .isEmpty();
    }

    private static Stream<String> problems(Requirement row) {
        return row.tests().stream()
                .map(test -> TESTS.problemOf(test).map(problem -> row.at() + ": " + test + " " + problem))
                .flatMap(Optional::stream);
    }

    @Test
    void everyNamedClassIsThere() {
        Path[] folders = Paper.modules().stream()
                .map(module -> Paper.at(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toArray(Path[]::new);
        JavaClasses classes = new ClassFileImporter().importPaths(folders);
        Set<String> names = classes.stream().map(each -> each.getSimpleName()).collect(Collectors.toSet());

        assertThat(ROWS).allSatisfy(row -> assertThat(row.where())
                .as(row.at() + " names classes")
                .allSatisfy(name -> assertThat(names).contains(name)));
    }

    @Test
    void aReferenceToNoTestIsFound() {
        assertThat(TESTS.problemOf("ConformanceTest#noSuchTest")).isPresent();
        assertThat(TESTS.problemOf("NoSuchTest#noIdIsUsedTwice")).isPresent();
        assertThat(TESTS.problemOf("ConformanceTest")).isPresent();
        // A method that is no test.
        assertThat(TESTS.problemOf("ConformanceTest#problems")).isPresent();
        assertThat(TESTS.problemOf("ConformanceTest#noIdIsUsedTwice")).isEmpty();
    }
}
