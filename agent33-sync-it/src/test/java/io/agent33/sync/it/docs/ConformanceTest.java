package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conformance page tells the truth: what it calls shown is shown by a test that is there and has run. */
class ConformanceTest {
    private static final Pattern ID = Pattern.compile("S([1-9]|1[0-4])\\.\\d+|SPEC-[A-Z]+-\\d+");
    private static final List<Requirement> ROWS = Requirement.all();
    private static final BuiltClasses CLASSES = BuiltClasses.read();
    private static final BuiltTests TESTS = new BuiltTests(CLASSES, "agent33-sync-it");

    /** The specification's own sections, by the word in the ids of their rows. */
    private static final List<String> SPECIFICATION =
            List.of("ARCH", "RULE", "PR", "VAL", "CONF", "ROLL", "MON", "REG");

    @Test
    void everySectionHasRows() {
        Stream<String> semantics = IntStream.rangeClosed(1, 14).mapToObj(section -> "S" + section + ".");
        Stream<String> specification = SPECIFICATION.stream().map(section -> "SPEC-" + section + "-");

        assertThat(Stream.concat(semantics, specification)
                        .filter(section ->
                                ROWS.stream().noneMatch(row -> row.id().startsWith(section))))
                .as("sections without a row")
                .isEmpty();
    }

    @Test
    void everyRowHasAnIdASentenceAndAState() {
        assertThat(rowsUnless(
                        row -> ID.matcher(row.id()).matches() && !row.text().isEmpty()))
                .as("rows without an id or a sentence")
                .isEmpty();
        assertThat(rowsUnless(row -> row.isDone() || row.isPartly() || row.isLater()))
                .as("rows that are neither done nor \"partly: …\" nor \"later: …\"")
                .isEmpty();
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(ROWS).extracting(Requirement::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsThereNamesItsClassesAndATest() {
        assertThat(rowsUnless(row -> row.isLater() || !row.where().isEmpty()))
                .as("rows that do not say where it is")
                .isEmpty();
        assertThat(rowsUnless(row -> row.isLater() || !row.tests().isEmpty()))
                .as("rows that name no test")
                .isEmpty();
    }

    @Test
    void everyNamedTestIsThereAndHasRun() {
        assertThat(ROWS.stream().flatMap(ConformanceTest::wrongTests))
                .as("tests in %s", Requirement.PAGE)
                .isEmpty();
    }

    private static Stream<String> wrongTests(Requirement row) {
        return row.tests().stream()
                .map(test -> TESTS.problemOf(test).map(problem -> row.at() + ": " + test + " " + problem))
                .flatMap(Optional::stream);
    }

    @Test
    void everyNamedClassIsThere() {
        Set<String> names = Paper.modules().stream()
                .flatMap(CLASSES::of)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(ROWS.stream()
                        .flatMap(row -> row.where().stream()
                                .filter(name -> !names.contains(name))
                                .map(name -> row.at() + ": " + name)))
                .as("classes that are not there")
                .isEmpty();
    }

    private static List<String> rowsUnless(Predicate<Requirement> good) {
        return ROWS.stream().filter(good.negate()).map(Requirement::at).toList();
    }

    @Test
    void aReferenceToNoTestIsFound() {
        assertThat(TESTS.problemOf("ConformanceTest#noSuchTest")).isPresent();
        assertThat(TESTS.problemOf("NoSuchTest#noIdIsUsedTwice")).isPresent();
        assertThat(TESTS.problemOf("ConformanceTest")).isPresent();
        // A method that is no test.
        assertThat(TESTS.problemOf("ConformanceTest#wrongTests")).isPresent();
        assertThat(TESTS.problemOf("ConformanceTest#noIdIsUsedTwice")).isEmpty();
    }
}
