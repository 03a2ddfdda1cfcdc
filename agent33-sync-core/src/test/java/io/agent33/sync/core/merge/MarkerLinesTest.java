package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkerLinesTest {
    private static final Triple MEETING = new Triple("a\nb\nc\n", "a\nlocal\nc\n", "a\nupstream\nc\n");

    @Test
    void conflictIsShownWithTheBaseAndNamedByOverrideAndReleases() {
        Merged.Conflicted merged = (Merged.Conflicted) MEETING.merged(Merging.lines());

        assertThat(Triple.text(merged)).isEqualTo("""
                a
                <<<<<<< agent33-sync: override
                local
                ||||||| agent33-sync: baseline v2.3.1
                b
                =======
                upstream
                >>>>>>> agent33-sync: v2.4.0
                c
                """);
        assertThat(merged.conflicts()).containsExactly(new Conflict(2, 8));
        assertThat(MarkerLines.ranges(merged.content())).containsExactly(new Conflict(2, 8));
    }

    @Test
    void markersOfOthersAreNotOurs() {
        assertThat(ranges("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n")).isEmpty();
        assertThat(ranges("<<<<<< agent33-sync: override\n")).isEmpty();
        assertThat(ranges("text <<<<<<< agent33-sync: override\n")).isEmpty();
        assertThat(ranges("=======\n")).isEmpty();
    }

    @Test
    void halfABlockIsStillOurs() {
        assertThat(ranges("a\n||||||| agent33-sync: baseline v1\nb\n>>>>>>> agent33-sync: v2\n"))
                .containsExactly(new Conflict(2, 4));
        assertThat(ranges("<<<<<<< agent33-sync: override\r\na\r\n")).containsExactly(new Conflict(1, 1));
        assertThat(ranges("\uFEFF>>>>>>>>>> agent33-sync: v2")).containsExactly(new Conflict(1, 1));
    }

    @Test
    void twoBlocksAreTwoRanges() {
        assertThat(ranges(
                        "<<<<<<< agent33-sync: override\na\n<<<<<<< agent33-sync: override\nb\n>>>>>>> agent33-sync: v2\n\n"
                                + ">>>>>>> agent33-sync: v2\n"))
                .containsExactly(new Conflict(1, 1), new Conflict(3, 5), new Conflict(7, 7));
    }

    @Test
    void markersGrowBeyondEveryRunOfMarkerCharacters() {
        Triple heading = new Triple("a\n========\n", "b\n========\n", "c\n========\n|||||||||\n");

        assertThat(heading.text(Merging.lines()))
                .contains("\n==========\n", "<<<<<<<<<< agent33-sync: override\n", ">>>>>>>>>> agent33-sync: v2.4.0\n");
    }

    @Test
    void thereAreNoMarkersWhereTheyWouldBeLongerThanAnyLine() {
        String wide = "=".repeat(5000) + "\n";

        assertThat(new Triple("a\n" + wide, "b\n" + wide, "c\n" + wide).merged(Merging.lines()))
                .isEqualTo(new Merged.Unmergeable(Merged.Reason.UNMARKABLE));
        assertThat(new Triple("a\nb\nc\n" + wide, "x\nb\nc\n" + wide, "a\nb\nc\n" + wide + "y\n").text(Merging.lines()))
                .isEqualTo("x\nb\nc\n" + wide + "y\n");
    }

    private static List<Conflict> ranges(String text) {
        return MarkerLines.ranges(Triple.bytes(text));
    }

    @Test
    void theyAreFoundOnTheFirstLineAndBehindAnEmptyOne() {
        byte[] first = Triple.bytes("<<<<<<< agent33-sync: override\nx\n");
        byte[] second = Triple.bytes("\n<<<<<<< agent33-sync: override\nx\n");

        assertThat(MarkerLines.in(first)).containsExactly("<<<<<<< agent33-sync: override");
        assertThat(MarkerLines.in(second)).containsExactly("<<<<<<< agent33-sync: override");
        assertThat(MarkerLines.holdsOurs(second)).isTrue();
        assertThat(MarkerLines.holdsOurs(Triple.bytes("<<<<<<< HEAD\n"))).isFalse();
    }

    @Test
    void theLinesThemselvesAreToldWithoutTheirEnds() {
        String text = "\u00EF\u00BB\u00BF<<<<<<< agent33-sync: override\r\nx\n>>>>>>> theirs\n||||||| agent33-sync: b";

        assertThat(MarkerLines.in(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .containsExactlyInAnyOrder("<<<<<<< agent33-sync: override", "||||||| agent33-sync: b");
    }
}
