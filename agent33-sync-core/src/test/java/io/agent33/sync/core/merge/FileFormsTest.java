package io.agent33.sync.core.merge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.merge.ThreeWay;
import io.agent33.sync.api.repository.RepoPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file is beside its lines: encoding, byte-order mark, line ends, the end of the file. */
class FileFormsTest {
    @Test
    void lastLineWithoutAnEndStaysWithoutOne() {
        assertThat(lines("a\nb\nc", "x\nb\nc", "a\nb\ny")).isEqualTo("x\nb\ny");
    }

    @Test
    void anEndThatOneSideAddsIsAdded() {
        assertThat(lines("a\nb\nc", "a\nb\nc\n", "x\nb\nc")).isEqualTo("x\nb\nc\n");
        assertThat(lines("a\nb\nc", "x\nb\nc", "a\nb\nc\n")).isEqualTo("x\nb\nc\n");
        assertThat(lines("a\nb", "a\nb\n", "a\nx")).isEqualTo("a\nx\n");
    }

    @Test
    void anEndThatOneSideTakesAwayIsAway() {
        assertThat(lines("a\nb\nc\n", "a\nb\nc", "x\nb\nc\n")).isEqualTo("x\nb\nc");
    }

    @Test
    void linesAppendedBehindALineWithoutEndStandOnTheirOwn() {
        assertThat(lines("a\nb\nc", "a\nb\nc\nd", "x\nb\nc")).isEqualTo("x\nb\nc\nd");
    }

    @Test
    void aMarkerAtTheEndOfTheFileHasAnEnd() {
        assertThat(lines("a", "b", "c"))
                .endsWith(">>>>>>> agent33-sync: v2.4.0\n")
                .contains("\nb\n", "\na\n", "\nc\n");
        assertThat(lines("a\nb\nc", "x\nb\nc", "y\nb\nc")).endsWith("\nb\nc");
    }

    @Test
    void crlfOnAllSidesStays() {
        assertThat(lines("a\r\nb\r\nc\r\n", "x\r\nb\r\nc\r\n", "a\r\nb\r\ny\r\n"))
                .isEqualTo("x\r\nb\r\ny\r\n");
        assertThat(lines("a\r\nb\r\nc", "x\r\nb\r\nc", "a\r\nb\r\ny")).isEqualTo("x\r\nb\r\ny");
    }

    @Test
    void markersEndAsTheFileDoes() {
        assertThat(lines("a\r\nb\r\n", "x\r\nb\r\n", "y\r\nb\r\n")).isEqualTo("""
                <<<<<<< agent33-sync: override
                x
                ||||||| agent33-sync: baseline v2.3.1
                a
                =======
                y
                >>>>>>> agent33-sync: v2.4.0
                b
                """.replace("\n", "\r\n"));
    }

    @Test
    void theSideThatChangedTheConventionHasItsWay() {
        assertThat(lines("a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\nb\nx\n")).isEqualTo("a\r\nb\r\nx\r\n");
        assertThat(lines("a\nb\nc\n", "a\nb\nx\n", "a\r\nb\r\nc\r\n")).isEqualTo("a\r\nb\r\nx\r\n");
        assertThat(lines("a\r\nb\r\nc\r\n", "a\nb\nc\n", "a\r\nb\r\nx\r\n")).isEqualTo("a\nb\nx\n");
        assertThat(lines("a\r\nb\r\nc\r\n", "a\r\nb\r\nx\r\n", "a\nb\nc\n")).isEqualTo("a\nb\nx\n");
        assertThat(lines("a\nb\nc\n", "a\r\nb\r\nx\r\n", "y\r\nb\r\nc\r\n")).isEqualTo("y\r\nb\r\nx\r\n");
    }

    @Test
    void mixedLinesKeepTheirOwnEnds() {
        String base = "a\nb\r\nc\nd\r\ne\nf\n";
        assertThat(lines(base, "x" + base.substring(1), base.replace("f", "y"))).isEqualTo("x\nb\r\nc\nd\r\ne\ny\n");
        assertThat(lines(base, base.replace("c\n", "c\r\n"), base.replace("a", "x")))
                .isEqualTo("x\nb\r\nc\r\nd\r\ne\nf\n");
        assertThat(lines(base, base.replace("a", "x"), base.replace("d\r\n", "d\n")))
                .isEqualTo("x\nb\r\nc\nd\ne\nf\n");
        assertThat(lines(base, "new\r\n" + base, base + "last\n")).isEqualTo("new\r\n" + base + "last\n");
    }

    @Test
    void whatASideBringsFollowsTheMergedConvention() {
        String mixed = "a\r\nb\nc\nd\n";
        String converted = "a\r\nb\r\nc\r\nd\r\n";

        assertThat(lines(mixed, converted, mixed + "e\n")).isEqualTo(converted + "e\r\n");
        assertThat(lines(mixed, mixed + "e\n", converted)).isEqualTo(converted + "e\r\n");
    }

    @Test
    void aLineThatASideBringsAgainstItsOwnConventionKeepsItsEnd() {
        assertThat(lines("a\r\nb\r\nc\r\n", "a\r\nb\r\nd\r\n", "x\nb\r\nc\r\n")).isEqualTo("x\nb\r\nd\r\n");
        assertThat(lines("a\r\nb\r\nc\r\n", "x\nb\r\nc\r\n", "a\r\nb\r\nd\r\n")).isEqualTo("x\nb\r\nd\r\n");
    }

    @Test
    void theSameLineFromBothSidesWithTwoEndsFollowsTheConvention() {
        assertThat(lines("b\r\nc\r\n", "a\nb\r\nc\r\n", "a\r\nb\r\nc\r\n")).isEqualTo("a\r\nb\r\nc\r\n");
        assertThat(lines("b\nc\n", "a\nb\nc\n", "a\r\nb\nc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void theBaseBetweenMarkersKeepsItsEnds() {
        assertThat(lines("a\nb\r\nc\r\n", "x\r\nb\r\nc\r\n", "y\r\nb\r\nc\r\n"))
                .contains("\r\nx\r\n", "\r\na\n", "\r\ny\r\n")
                .endsWith("\r\nb\r\nc\r\n");
    }

    @Test
    void anEmptyFirstLineHasAnEndToo() {
        assertThat(lines("\r\na\r\nb\r\nc\r\n", "\r\nx\r\nb\r\nc\r\n", "\r\na\r\nb\r\ny\r\n"))
                .isEqualTo("\r\nx\r\nb\r\ny\r\n");
    }

    @Test
    void anEmptiedSideHasNoConvention() {
        assertThat(lines("a\r\n", "", "b\r\n"))
                .contains("override\r\n|||||||", "\r\nb\r\n")
                .doesNotContain("a\n");
        assertThat(lines("", "a\r\nb\r\n", "a\nb\n")).isEqualTo("a\r\nb\r\n");
    }

    @Test
    void aLoneCarriageReturnIsACharacter() {
        assertThat(lines("a\rb\nc\nd\n", "x\rb\nc\nd\n", "a\rb\nc\ny\n")).isEqualTo("x\rb\nc\ny\n");
        assertThat(lines("a\r\r\nc\r\nd\r\n", "a\r\r\nc\r\nx\r\n", "y\r\r\nc\r\nd\r\n"))
                .isEqualTo("y\r\r\nc\r\nx\r\n");
    }

    @Test
    void byteOrderMarkIsAFactOfItsOwn() {
        assertThat(lines("\uFEFFa\nb\nc\n", "\uFEFFx\nb\nc\n", "\uFEFFa\nb\ny\n"))
                .isEqualTo("\uFEFFx\nb\ny\n");
        assertThat(lines("\uFEFFa\nb\nc\n", "a\nb\nc\n", "\uFEFFx\nb\nc\n")).isEqualTo("x\nb\nc\n");
        assertThat(lines("a\nb\nc\n", "x\nb\nc\n", "\uFEFFa\nb\nc\n")).isEqualTo("\uFEFFx\nb\nc\n");
    }

    @Test
    void everyByteOfAnotherEncodingSurvives() {
        byte[] merged = clean(
                latin("Stra\u00DFe\n\nM\u00FCller\n"),
                latin("Stra\u00DFe!\n\nM\u00FCller\n"),
                latin("Stra\u00DFe\n\nM\u00F6ller\n"));

        assertThat(new String(merged, ISO_8859_1)).isEqualTo("Stra\u00DFe!\n\nM\u00F6ller\n");
    }

    @Test
    void oneSideInAnotherEncodingIsComparedByBytes() {
        byte[] merged = clean(Triple.bytes("\u00E9\n\nb\n"), latin("\u00E9\n\nb\n"), Triple.bytes("\u00E9\n\nc\n"));

        assertThat(merged).isEqualTo(latin("\u00E9\n\nc\n"));
    }

    @Test
    void aNulMakesAFileBinary() {
        Triple binary = new Triple("a\0\n\nb\n", "x\0\n\nb\n", "a\0\n\ny\n");

        assertThat(binary.merged(Merging.lines())).isEqualTo(new Merged.Unmergeable(Merged.Reason.BINARY));
        assertThat(binary.merged(Merging.union())).isEqualTo(new Merged.Unmergeable(Merged.Reason.BINARY));
        assertThat(binary.text(Merging.ours())).isEqualTo(binary.local());
        assertThat(binary.text(Merging.theirs())).isEqualTo(binary.upstream());
        assertThat(new Triple("a\n", "b\n", "\0").merged(Merging.lines())).isInstanceOf(Merged.Unmergeable.class);
    }

    /** Git looks at the first 8000 bytes. */
    @Test
    void aLateNulIsText() {
        String filler = "line\n".repeat(1600);

        assertThat(filler).hasSize(8000);
        assertThat(lines("a\n" + filler + "\0", "x\n" + filler + "\0", "a\n" + filler + "\0\ny\n"))
                .isEqualTo("x\n" + filler + "\0\ny\n");
        assertThat(new Triple("a\n" + filler.substring(3) + "\0", "x\n" + filler, "y\n" + filler)
                        .merged(Merging.lines()))
                .isInstanceOf(Merged.Unmergeable.class);
    }

    @Test
    void emptyFiles() {
        assertThat(lines("", "a\n", "b\n")).contains("\na\n|||||||", "\n=======\nb\n");
        assertThat(lines("a\n", "", "b\n")).contains("override\n|||||||", "\n=======\nb\n");
        assertThat(lines("a\nb\n", "\n", "")).contains("override\n\n|||||||", "\n=======\n>>>>>>>");
    }

    @Test
    void filesThatAreEqualButForTheirFormNeedNoStrategy() {
        MergeStrategy refuses = sides -> {
            throw new AssertionError("nothing is to be merged");
        };

        assertThat(new Triple("a\n", "a\r\n", "b\n").text(refuses)).isEqualTo("b\r\n");
        assertThat(new Triple("a\n", "b", "a\r\n").text(refuses)).isEqualTo("b");
        assertThat(new Triple("a\n", "b\n", "b\r\n").text(refuses)).isEqualTo("b\r\n");
    }

    @Test
    void strategiesSeeTextOfOneForm() {
        List<ThreeWay> seen = new ArrayList<>();
        MergeStrategy takesUpstream = sides -> {
            seen.add(sides);
            return new MergeResult.Clean(sides.upstream().stripTrailing());
        };

        assertThat(new Triple("\uFEFFa\r\nb", "\uFEFFx\r\nb", "\uFEFF\u00FC\r\nb").text(takesUpstream))
                .isEqualTo("\uFEFF\u00FC\r\nb");
        assertThat(seen).singleElement().satisfies(sides -> {
            assertThat(sides.base()).isEqualTo("a\nb\n");
            assertThat(sides.local()).isEqualTo("x\nb\n");
            assertThat(sides.upstream()).isEqualTo("\u00FC\nb\n");
        });
    }

    @Test
    void aStrategyThatBreaksItsLawIsNamedBroken() {
        Triple latin = new Triple("a\n", "b\n", "c\n");
        MergeStrategy wild = sides -> new MergeResult.Clean("half \uD800");
        MergeStrategy far = sides -> new MergeResult.Conflicted("a\n", List.of(new Conflict(1, 2)));

        assertThatThrownBy(() -> latin.merged(wild))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("docs/a.md");
        assertThatThrownBy(() -> latin.merged(far))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2 of docs/a.md, which has 1 lines");
    }

    private static String lines(String base, String local, String upstream) {
        return new Triple(base, local, upstream).text(Merging.lines());
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] clean(byte[] base, byte[] local, byte[] upstream) {
        return ((Merged.Clean) Merging.merge(RepoPath.of("a"), base, local, upstream, Triple.LABELS, Merging.lines()))
                .content();
    }
}
