package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedCasesTest {
    static Stream<PublishedCases.Row> rows() {
        return PublishedCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aGlobSelectsWhatIsDocumentedAndNothingElse(PublishedCases.Row row) {
        Glob glob = Glob.parse(row.pattern());

        assertThat(row.selected()).as("selected by %s", glob).allMatch(glob::matches);
        assertThat(row.others()).as("not selected by %s", glob).noneMatch(glob::matches);
    }
}
