package io.agent33.sync.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("source", "frequency", "on_release", "on_change", "copy", "secret_scan", "id");

    @ParameterizedTest
    @CsvSource({
        "sorce, source", // left out
        "soource, source", // doubled
        "suorce, source", // swapped
        "saurce, source", // mistaken
        "SOURCE, source",
        "on-release, on_release",
        "onchange, on_change",
        "frequncy, frequency",
        "copie, copy",
        "secret, secret_scan", // a beginning
        "Id, id"
    })
    void slipsOfTheHandAreRecognised(String written, String meant) {
        assertThat(NearestName.of(written, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "x", "''", "source_of_all_things", "se"})
    void whatIsFarFromEveryNameIsNotGuessed(String written) {
        assertThat(NearestName.of(written, NAMES)).isEmpty();
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstInTheAlphabetIsTaken() {
        assertThat(NearestName.of("bat", List.of("cat", "bad", "hat"))).contains("bad");
    }

    @Test
    void aVeryLongTextIsNoMisspeltName() {
        assertThat(NearestName.of("source".repeat(100_000), NAMES)).isEmpty();
    }

    @Test
    void theQuestionIsEmptyWithoutAGuess() {
        assertThat(NearestName.question("sorce", NAMES)).isEqualTo("did you mean \"source\"?");
        assertThat(NearestName.question("nonsense", NAMES)).isEmpty();
    }
}
