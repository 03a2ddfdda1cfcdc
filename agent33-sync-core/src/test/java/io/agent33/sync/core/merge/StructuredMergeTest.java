package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StructuredMergeTest {
    private static final String YAML = """
            # settings
            name: webapp   # the product
            limits:
              # in seconds
              timeout: 30
              retries: 3
            hosts:
              - one
              - two
            """;
    private static final String JSON = """
            {
              "name": "webapp",
              "limits": {
                "timeout": 30,
                "retries": 3
              },
              "last": true
            }
            """;

    @Test
    void adjacentKeysDoNotConflict() {
        Triple triple =
                new Triple(YAML, YAML.replace("timeout: 30", "timeout: 60"), YAML.replace("retries: 3", "retries: 5"));

        assertThat(triple.merged(Merging.lines())).isInstanceOf(Merged.Conflicted.class);
        assertThat(yaml(triple))
                .isEqualTo(YAML.replace("timeout: 30", "timeout: 60").replace("retries: 3", "retries: 5"));
    }

    @Test
    void keysAddedAtOnePlaceStandOneAfterTheOther() {
        Triple triple = new Triple(
                YAML,
                YAML.replace("  retries: 3\n", "  retries: 3\n  # ours\n  delay: 1\n"),
                YAML.replace("  retries: 3\n", "  retries: 3\n  burst: 2  # theirs\n"));

        assertThat(yaml(triple))
                .isEqualTo(
                        YAML.replace("  retries: 3\n", "  retries: 3\n  burst: 2  # theirs\n  # ours\n  delay: 1\n"));
    }

    @Test
    void aKeyTakenAwayTakesItsCommentAlong() {
        Triple triple = new Triple(
                YAML, YAML.replace("  # in seconds\n  timeout: 30\n", ""), YAML.replace("retries: 3", "retries: 5"));

        assertThat(yaml(triple))
                .isEqualTo(YAML.replace("  # in seconds\n  timeout: 30\n", "").replace("retries: 3", "retries: 5"));
    }

    @Test
    void oneScalarChangedTwiceIsAConflictOfItsLineAlone() {
        Triple triple = new Triple(
                YAML,
                YAML.replace("timeout: 30", "timeout: 60").replace("retries: 3", "retries: 4"),
                YAML.replace("timeout: 30", "timeout: 90"));

        assertThat(yaml(triple)).isEqualTo(YAML.replace("  timeout: 30\n  retries: 3\n", """
                <<<<<<< agent33-sync: override
                  timeout: 60
                ||||||| agent33-sync: baseline v2.3.1
                  timeout: 30
                =======
                  timeout: 90
                >>>>>>> agent33-sync: v2.4.0
                  retries: 4
                """));
    }

    @Test
    void listsMergeByLines() {
        Triple triple = new Triple(
                YAML.replace("  - two\n", "  - two\n  - three\n"),
                YAML.replace("  - one\n", "  - zero\n").replace("  - two\n", "  - two\n  - three\n"),
                YAML.replace("  - two\n", "  - two\n  - four\n").replace("30", "31"));

        assertThat(yaml(triple))
                .isEqualTo(YAML.replace("  - one\n", "  - zero\n")
                        .replace("  - two\n", "  - two\n  - four\n")
                        .replace("30", "31"));
    }

    @Test
    void jsonKeepsItsCommas() {
        Triple triple = new Triple(
                JSON,
                JSON.replace("\"last\": true", "\"last\": false,\n  \"ours\": 1"),
                JSON.replace("30", "60").replace(",\n  \"last\": true", ",\n  \"first\": {},\n  \"last\": true"));

        assertThat(triple.text("a.json", Merging.structured())).isEqualTo("""
                {
                  "name": "webapp",
                  "limits": {
                    "timeout": 60,
                    "retries": 3
                  },
                  "first": {},
                  "last": false,
                  "ours": 1
                }
                """);
    }

    @Test
    void theLastKeyOfAnObjectCanGo() {
        Triple triple = new Triple(JSON, JSON.replace("30,\n    \"retries\": 3", "30"), JSON.replace("30", "60"));

        assertThat(triple.text("a.json", Merging.structured()))
                .isEqualTo(JSON.replace("30,\n    \"retries\": 3", "60"));
    }

    @Test
    void frontMatterMergesByKeyAndTheRestByLines() {
        String base = "---\ntitle: a\nversion: 1\n---\n\n# Title\n\ntext\n";
        Triple triple = new Triple(
                base,
                base.replace("title: a", "title: b").replace("text", "ours"),
                base.replace("version: 1", "version: 2").replace("# Title", "# New"));

        assertThat(triple.merged("a.md", Merging.lines())).isInstanceOf(Merged.Conflicted.class);
        assertThat(triple.text("a.md", Merging.structured()))
                .isEqualTo("---\ntitle: b\nversion: 2\n---\n\n# New\n\nours\n");
    }

    @Test
    void conflictsInTheRestAreCountedFromTheTop() {
        String base = "---\ntitle: a\nversion: 1\n---\ntext\n";
        Merged merged = new Triple(
                        base,
                        base.replace("text", "ours").replace("a\n", "b\n"),
                        base.replace("text", "theirs").replace("1", "2"))
                .merged("a.md", Merging.structured());

        assertThat(((Merged.Conflicted) merged).conflicts()).hasToString("[5-11]");
        assertThat(MarkerLines.ranges(((Merged.Conflicted) merged).content())).hasToString("[5-11]");
    }

    @Test
    void crlfAndMissingEndAreNoMatterOfStructure() {
        String base = YAML.stripTrailing().replace("\n", "\r\n");

        assertThat(yaml(new Triple(base, base.replace("30", "60"), base.replace("retries: 3", "retries: 5"))))
                .isEqualTo(base.replace("30", "60").replace("retries: 3", "retries: 5"));
    }

    @Test
    void whatItCannotReadIsMergedByLines() {
        sameAsLines(new Triple("a: &x 1\nb: 2\n", "a: &x 2\nb: 2\n", "a: &x 1\nb: 3\n"));
        sameAsLines(new Triple("a: 1\na: 1\n", "a: 2\na: 1\n", "a: 1\na: 3\n"));
        sameAsLines(new Triple("a: [\nb: 2\n", "a: [\nb: 1\n", "a: (\nb: 2\n"));
        sameAsLines(new Triple("a: 1\nb: 2\n", "b: 2\na: 1\n", "a: 1\nb: 3\n"));
        sameAsLines(new Triple("- a\n- b\n", "- x\n- b\n", "- a\n- y\n"));
        sameAsLines(new Triple("{a: 1, b: 2}\n", "{a: 2, b: 2}\n", "{a: 1, b: 3}\n"));
        sameAsLines(new Triple("a: 1\n---\nb: 1\n", "a: 2\n---\nb: 1\n", "a: 1\n---\nb: 2\n"));
    }

    @Test
    void aKeyThatOneSideChangedAndTheOtherTookAwayIsMergedByLines() {
        sameAsLines(new Triple(YAML, YAML.replace("  retries: 3\n", ""), YAML.replace("retries: 3", "retries: 5")));
    }

    @Test
    void aCommentThatOneSideChangedDoesNotGoWithTheKeyThatTheOtherTookAway() {
        Triple triple = new Triple(
                YAML, YAML.replace("in seconds", "in minutes"), YAML.replace("  # in seconds\n  timeout: 30\n", ""));

        sameAsLines(triple);
        assertThat(yaml(triple)).contains("# in minutes");
    }

    @Test
    void aKeyThatBothAddedDifferentlyIsAConflict() {
        Triple triple = new Triple(YAML, YAML + "new: 1\n", YAML + "other: 3\nnew: 2\n");

        assertThat(yaml(triple)).isEqualTo(YAML + """
                other: 3
                <<<<<<< agent33-sync: override
                new: 1
                ||||||| agent33-sync: baseline v2.3.1
                =======
                new: 2
                >>>>>>> agent33-sync: v2.4.0
                """);
    }

    @Test
    void aMappingThatBothAddedIsOneOfBoth() {
        Triple triple = new Triple(YAML, YAML + "new:\n  a: 1\n", YAML + "new:\n  b: 2\n");

        assertThat(yaml(triple)).isEqualTo(YAML + "new:\n  b: 2\n  a: 1\n");
    }

    @Test
    void whatIsAboveTheFirstKeyAndPartedFromItStaysOnTop() {
        String base = "# licence\n\na: 1\nb: 1\n";
        Triple triple = new Triple(base, base.replace("a: 1", "a: 2"), base.replace("a: 1", "new: 0\na: 1"));

        assertThat(yaml(triple)).isEqualTo("# licence\n\nnew: 0\na: 2\nb: 1\n");
    }

    @Test
    void textOfABlockIsNoComment() {
        String base = "a: |\n  text\n  # no comment\n\nb: 1\nc: 1\n";

        assertThat(yaml(new Triple(
                        base,
                        base.replace("b: 1", "b: 2"),
                        base.replace("  # no comment\n", "").replace("c: 1", "c: 2"))))
                .isEqualTo("a: |\n  text\n\nb: 2\nc: 2\n");
    }

    private static String yaml(Triple triple) {
        return triple.text("a.yaml", Merging.structured());
    }

    private static void sameAsLines(Triple triple) {
        assertThat(yaml(triple)).isEqualTo(triple.text(Merging.lines()));
    }
}
