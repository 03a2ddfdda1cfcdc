package io.agent33.sync.github.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.github.pull.Marker.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "body", "body\n", "body\n\n---\n*auto*\n"})
    void whatIsWrittenIsReadAndTakenAway(String body) {
        for (State state : State.values()) {
            for (boolean draft : new boolean[] {true, false}) {
                for (Merging merging : Merging.values()) {
                    isReadAndTakenAway(body, new Marker(state, draft, merging, List.of(), List.of()));
                    isReadAndTakenAway(
                            body, new Marker(state, draft, merging, List.of("ann", "team/docs-x_1"), List.of("bob")));
                }
            }
        }
    }

    private static void isReadAndTakenAway(String body, Marker marker) {
        String text = marker.on(body);

        assertThat(text).startsWith(body);
        assertThat(Marker.in(text, !marker.draft())).isEqualTo(marker);
        assertThat(Marker.in(text.replace("\n", "\r\n").strip(), !marker.draft()))
                .isEqualTo(marker);
        assertThat(Marker.without(text)).isEqualTo(body.replaceFirst("\n+\\z", ""));
        assertThat(marker.on(text)).isEqualTo(marker.on(body.replaceFirst("\n+\\z", "")));
    }

    @Test
    void aPersonsWordsHaveNone() {
        assertThat(Marker.in("a person's words", true))
                .isEqualTo(new Marker(State.WANTED, true, Merging.FORGOTTEN, List.of(), List.of()));
    }

    @Test
    void whoIsRefusedTwiceIsNamedOnce() {
        Marker marker = new Marker(State.WANTED, false, Merging.UNASKED, List.of("ann"), List.of("eve"))
                .with(new Reviewers.Asked(true, List.of("bob", "ann"), List.of("eve", "joe")));

        assertThat(marker.refused()).containsExactly("ann", "bob");
        assertThat(marker.asked()).containsExactly("eve", "joe");
    }

    @Test
    void whatAPersonWritesBelowDoesNotMakeItForget() {
        Marker marker = new Marker(State.WANTED, true, Merging.AWAITED, List.of("ann"), List.of("bob"));
        String text = marker.on("body") + "Please wait for Friday.\n";

        assertThat(Marker.in(text, false)).isEqualTo(marker);
        assertThat(Marker.isIn(text)).isTrue();
        assertThat(Marker.without(text)).isEqualTo("body\nPlease wait for Friday.");
    }
}
