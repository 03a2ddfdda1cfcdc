package io.agent33.sync.core.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import io.agent33.sync.core.text.TextFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An input is a file: a character that says what it is called, and its bytes. Whatever they are, the engine's transforms make a text
 * of it that can be written, the same each time; a stamp is one line, and once is enough. The laws of links are LinkLawsTest's.
 */
class TransformsFuzzTest {
    private static final List<String> NAMES = List.of(
            "a.md",
            "a.yaml",
            "a.py",
            "a.xml",
            "a.html",
            "a.css",
            "a.java",
            "Dockerfile",
            "a.json",
            "a.mdx",
            "a.sh",
            "a");
    private static final TransformChain ALL =
            Surroundings.chain("strip", "core/ > docs/", "core/prompts > ai/p", "stamp", "strip");
    private static final TransformChain STAMP = Surroundings.chain("stamp");

    private final Fuzzing fuzzing = Fuzzing.of("transforms", TransformsFuzzTest::read)
            .samples(Stream.of(
                    "a---\r\na: b\r\nagent33_version: v1\r\n---\r\n# core/a.md\r\n[x](#coreamd) [y](../w.md)\r\n",
                    "b%YAML 1.2\n---\na: core/b.md\n---\nb: 2\n",
                    "c#!/usr/bin/python\n# -*- coding: utf-8 -*-\n# agent33-sync: v1.0.0\n",
                    "d<?xml version='1.0'?>\n<!DOCTYPE a [\n]>\n<a/>",
                    "e\uFEFF<!doctype html>\n<a href=core/a.md>x</a>\n",
                    "f@charset \"utf-8\";\na{}",
                    "h#syntax=x\n# escape=`\nFROM y\n",
                    "a+++\na = 1\n+++\n![p](p.png) [q](b.md#b)\n",
                    "a---\n{a: b}\n---\r[r][s]\r\r[s]: /core/prompts/a.md \"t\"\r"))
            .pieces(
                    "---\n",
                    "---\r\n",
                    "---\r",
                    "+++\n",
                    "...\n",
                    "agent33_version:",
                    "agent33_version: v1\n",
                    "# agent33-sync: v1.0.0",
                    "<!-- agent33-sync: v1 -->",
                    "\n",
                    "\r",
                    "\r\n",
                    "\0",
                    "\uFEFF")
            .pieces(
                    "#!",
                    "<?xml",
                    "<!doctype",
                    ">",
                    "# coding: x",
                    "@charset",
                    "core/a.md",
                    "[",
                    "](",
                    ")",
                    "# ",
                    "#x");

    @Test
    void anyFileComesOutAsText() {
        fuzzing.briefly(500);
    }

    @Test
    @Tag("slow")
    void anyFileComesOutAsTextForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        int kind = input.length == 0 ? 0 : (input[0] & 0xFF) - 'a';
        String name = NAMES.get(Math.floorMod(kind, NAMES.size()));
        Optional<TextFile> file = TextFile.of(Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
        if (file.isEmpty()) {
            return "binary";
        }
        String text = file.get().text();
        Surroundings places = new Surroundings()
                .delivers("core/" + name, "docs/" + name, text)
                .delivers("core/prompts/a.md", "ai/p/a.md", "# core/" + name + "\n")
                .had("core/w.md");
        Document before = new Document("core/" + name, RepoPath.of("docs/" + name), text);
        String stamped = stamped(before, places);
        Document after = ALL.apply(before, places.context());
        assertThat(UTF_8.newEncoder().canEncode(after.text())).isTrue();
        assertThat(ALL.apply(before, places.context()).text()).isEqualTo(after.text());
        after.notes().forEach(note -> Said.fitForALine(note.message()));
        return name + " " + stamped + " " + after.text().equals(text) + " "
                + after.notes().size();
    }

    private static String stamped(Document before, Surroundings places) {
        Document after = STAMP.apply(before, places.context());
        assertThat(STAMP.apply(after, places.context())).as("once is enough").isSameAs(after);
        if (after == before) {
            return "as it was";
        }
        List<String> was = lines(before.text());
        List<String> is = lines(after.text());
        int same = 0;
        while (same < was.size() && was.get(same).equals(is.get(same))) {
            same++;
        }
        assertThat(is.get(same)).contains("v2.4.0");
        boolean added = is.size() > was.size();
        assertThat(is.subList(same + 1, is.size())).isEqualTo(was.subList(added ? same : same + 1, was.size()));
        return added ? "stamped" : "stamped anew";
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }
}
