package io.agent33.sync.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The release in front matter, or in a comment that fits the file (S7). */
class StampVersionTest {
    private static final TransformChain CHAIN = Surroundings.chain("stamp");

    private static String stamped(String name, String text) {
        return stamped(name, text, "v2.4.0");
    }

    private static String stamped(String name, String text, String release) {
        Surroundings places = new Surroundings().release(release);
        Document document = new Document("core/" + name, RepoPath.of("docs/" + name), text);
        Document after = CHAIN.apply(document, places.context());
        assertThat(CHAIN.apply(after, places.context())).as("once is enough").isSameAs(after);
        return after.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.md    | <!-- agent33-sync: v2.4.0 -->",
                "a.yaml  | # agent33-sync: v2.4.0",
                "a.ts    | // agent33-sync: v2.4.0",
                "a.css   | /* agent33-sync: v2.4.0 */",
                "a.svg   | <!-- agent33-sync: v2.4.0 -->",
                "Makefile| # agent33-sync: v2.4.0"
            })
    void aCommentThatFitsTheFile(String name, String comment) {
        assertThat(stamped(name, "text\n")).isEqualTo(comment + "\ntext\n");
        assertThat(stamped(name, "")).isEqualTo(comment + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.txt", "LICENSE", "a.mdx", "a.csv"})
    void aFileThatCanCarryNoneStaysAsItIs(String name) {
        assertThat(stamped(name, "{\"a\": 1}\n")).isEqualTo("{\"a\": 1}\n");
    }

    @Test
    void frontMatterGetsAKey() {
        assertThat(stamped("a.md", "---\nname: x\n---\n# T\n"))
                .isEqualTo("---\nname: x\nagent33_version: v2.4.0\n---\n# T\n");
        assertThat(stamped("a.mdx", "---\n# c\n\nname:\n  - x\n---\n"))
                .isEqualTo("---\n# c\n\nname:\n  - x\nagent33_version: v2.4.0\n---\n");
    }

    @Test
    void whatOnlyLooksLikeFrontMatterGetsAComment() {
        assertThat(stamped("a.md", "---\nno end: x\n")).startsWith("<!--");
        assertThat(stamped("a.md", "---\nA line.\n\n---\n")).startsWith("<!--");
        assertThat(stamped("a.yaml", "---\n- a\n---\n- b\n")).startsWith("# agent33-sync: v2.4.0\n---\n- a");
    }

    @Test
    void frontMatterThatTakesNoKeyStaysFirst() {
        assertThat(stamped("a.md", "---\n{a: b}\n---\n# T\n"))
                .isEqualTo("---\n{a: b}\n---\n<!-- agent33-sync: v2.4.0 -->\n# T\n");
        assertThat(stamped("a.md", "+++\na = 1\n+++\n# T\n"))
                .isEqualTo("+++\na = 1\n+++\n<!-- agent33-sync: v2.4.0 -->\n# T\n");
    }

    @Test
    void emptyFrontMatterAndKeysInQuotesTakeAKey() {
        assertThat(stamped("a.md", "---\n---\n")).isEqualTo("---\nagent33_version: v2.4.0\n---\n");
        assertThat(stamped("a.md", "---\n\"a: b\": c\n---\n"))
                .isEqualTo("---\n\"a: b\": c\nagent33_version: v2.4.0\n---\n");
        assertThat(stamped("a.md", "---\na: b\n" + "x: y\n".repeat(300) + "---\n"))
                .endsWith("x: y\nagent33_version: v2.4.0\n---\n");
        assertThat(stamped("a.md", "---\ra: b\r---\r")).isEqualTo("---\ra: b\ragent33_version: v2.4.0\n---\r");
    }

    @Test
    void aDocumentOfYamlIsNoFrontMatter() {
        assertThat(stamped("a.yaml", "---\na: 1\n---\nb: 2\n"))
                .isEqualTo("# agent33-sync: v2.4.0\n---\na: 1\n---\nb: 2\n");
        assertThat(stamped("a.YML", "---\na: 1\n---\n")).startsWith("# agent33-sync");
    }

    @Test
    void noKeyStandsTwice() {
        for (String old : new String[] {"\"v1.0.0\"", "'1.0.0' # ours", "latest", "v2.4.0  "}) {
            assertThat(stamped("a.md", "---\nagent33_version: " + old + "\nx: y\n---\n"))
                    .isEqualTo("---\nagent33_version: v2.4.0\nx: y\n---\n");
        }
    }

    @Test
    void itsOwnOldStampIsBroughtUpToDate() {
        assertThat(stamped("a.md", stamped("a.md", "# T\n", "v2.3.1"))).isEqualTo(stamped("a.md", "# T\n"));
        assertThat(stamped("a.md", "---\nagent33_version: v2.3.1\nname: x\n---\n"))
                .isEqualTo("---\nagent33_version: v2.4.0\nname: x\n---\n");
        assertThat(stamped("a.yaml", "# note\n# agent33-sync: 1.0.0\nx: 1\n"))
                .isEqualTo("# note\n# agent33-sync: v2.4.0\nx: 1\n");
    }

    @Test
    void aSentenceAboutStampsIsNone() {
        assertThat(stamped("a.yaml", "# agent33-sync: see the manual\n"))
                .isEqualTo("# agent33-sync: v2.4.0\n# agent33-sync: see the manual\n");
    }

    @Test
    void whatMustComeFirstComesFirst() {
        assertThat(stamped("a.sh", "#!/bin/sh\nexit\n")).isEqualTo("#!/bin/sh\n# agent33-sync: v2.4.0\nexit\n");
        assertThat(stamped("a.py", "#!/usr/bin/python\n# -*- coding: latin-1 -*-\nx\n"))
                .isEqualTo("#!/usr/bin/python\n# -*- coding: latin-1 -*-\n# agent33-sync: v2.4.0\nx\n");
        assertThat(stamped("a.xml", "<?xml version=\"1.0\"\n encoding=\"UTF-8\"?>\n<a/>\n"))
                .isEqualTo("<?xml version=\"1.0\"\n encoding=\"UTF-8\"?>\n<!-- agent33-sync: v2.4.0 -->\n<a/>\n");
        assertThat(stamped("Dockerfile", "# syntax=docker/dockerfile:1\nFROM x\n"))
                .isEqualTo("# syntax=docker/dockerfile:1\n# agent33-sync: v2.4.0\nFROM x\n");
        assertThat(stamped("Dockerfile", "#syntax = docker/dockerfile:1\n# Check=skip=all\nFROM x\n"))
                .isEqualTo("#syntax = docker/dockerfile:1\n# Check=skip=all\n# agent33-sync: v2.4.0\nFROM x\n");
        assertThat(stamped("a.sh", "#!/bin/sh")).isEqualTo("#!/bin/sh\n# agent33-sync: v2.4.0");
    }

    @Test
    void lineEndsStayThoseOfTheFile() {
        assertThat(stamped("a.md", "# T\r\n\r\ntext\r\n"))
                .isEqualTo("<!-- agent33-sync: v2.4.0 -->\r\n# T\r\n\r\ntext\r\n");
        assertThat(stamped("a.md", "---\r\na: b\r\n---\r\n"))
                .isEqualTo("---\r\na: b\r\nagent33_version: v2.4.0\r\n---\r\n");
    }
}
