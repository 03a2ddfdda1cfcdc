package io.agent33.sync.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.markdown.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {
    private static final String DOCUMENT = "core/orchestrator/README.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a](X.md)            | core/orchestrator/X.md",
                "[a](./X.md)          | core/orchestrator/X.md",
                "[a](../arch/X.md)    | core/arch/X.md",
                "[a](../../X.md)      | X.md",
                "[a](core/X.md)       | core/orchestrator/core/X.md",
                "[a](/core/X.md)      | core/X.md",
                "[a](handoff/)        | core/orchestrator/handoff/",
                "[a](handoff)         | core/orchestrator/handoff",
                "[a](..)              | core/",
                "[a](.)               | core/orchestrator/",
                "[a](./)              | core/orchestrator/",
                "[a](../..)           | /",
                "[a](/)               | /",
                "[a](../arch/..)      | core/",
                "[a](a%20b.md)        | core/orchestrator/a b.md",
                "[a](<a b.md>)        | core/orchestrator/a b.md",
                "[a](X.md?raw=1#p%20q)| core/orchestrator/X.md#p q",
                "[a](X.md#)           | core/orchestrator/X.md#",
                "[a](a//b/./X.md)     | core/orchestrator/a/b/X.md",
                "[a](caf%C3%A9.md)    | core/orchestrator/café.md",
                "![a](i/x.png)        | core/orchestrator/i/x.png",
                "<img src='x.png'>    | core/orchestrator/x.png",
                "core/arch/X.md       | core/arch/X.md core/orchestrator/core/arch/X.md",
                "core/arch/X.md#p:12  | core/arch/X.md#p core/orchestrator/core/arch/X.md#p",
                "core/arch/           | core/arch/ core/orchestrator/core/arch/",
                "./arch/X.md          | core/orchestrator/arch/X.md arch/X.md",
                "../arch/X.md         | core/arch/X.md",
                "/core/X.md           | core/X.md",
            })
    void aReferenceMayMean(String text, String candidates) {
        assertThat(Naming.candidates(DOCUMENT, first(text)).stream()
                        .map(NamingTest::written)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(candidates);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](#part)",
                "[a]()",
                "[a](https://example.com/core/X.md)",
                "[a](//example.com/X.md)",
                "[a](mailto:a@b.c)",
                "<https://example.com>",
                "[a](../../../X.md)",
                "[a](/../X.md)",
                "../../../core/X.md"
            })
    void externalAnchorsAndWhatLeadsOutNameNothing(String text) {
        assertThat(Naming.candidates(DOCUMENT, first(text))).isEmpty();
    }

    @Test
    void inADocumentAtTheRootBothMeaningsOfAMentionAreOne() {
        assertThat(Naming.candidates("README.md", first("core/X.md"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core/a.md    | core/a.md core/orchestrator/core/a.md | core/a.md",
                "core/a.md    | core/orchestrator/core/a.md           | core/orchestrator/core/a.md",
                "./a/b.md     | a/b.md core/orchestrator/a/b.md       | core/orchestrator/a/b.md",
                "./a/b.md     | a/b.md                                | a/b.md",
                "[x](a/b.md)  | a/b.md                                | ",
                "core/A.md    | core/a.md                             | ",
                "[x](../..)   | a                                     | /"
            })
    void whatThereIsDecides(String text, String there, String named) {
        Set<String> paths = Set.of(there.split(" "));

        assertThat(Naming.named(DOCUMENT, first(text), paths::contains).map(NamingTest::written))
                .isEqualTo(Optional.ofNullable(named));
    }

    @Test
    void anotherCaseIsRecognised() {
        Map<String, List<String>> names = new HashMap<>();
        names.put("", List.of("core"));
        names.put("core", List.of("Arch", "ARCH"));
        names.put("core/Arch", List.of("X.md"));

        assertThat(OtherCase.of("CORE/arch/x.MD", path -> names.getOrDefault(path, List.of())))
                .contains("core/Arch/X.md");
        assertThat(OtherCase.of("core/ARCH/x.md", path -> names.getOrDefault(path, List.of())))
                .isEmpty();
        assertThat(OtherCase.of("core/arch/y.md", path -> names.getOrDefault(path, List.of())))
                .isEmpty();
    }

    private static Reference first(String text) {
        return LinkReader.keepingNothing().read("a.md", text).references().get(0);
    }

    private static String written(NamedPath named) {
        return named.path()
                + (named.folder() ? "/" : "")
                + named.fragment().map(fragment -> "#" + fragment).orElse("");
    }
}
