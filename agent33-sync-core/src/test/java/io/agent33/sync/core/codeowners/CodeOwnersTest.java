package io.agent33.sync.core.codeowners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeOwnersTest {
    @Test
    void theLastLineThatMatchesDecides() {
        CodeOwners owners = CodeOwners.parse("""
                * @org/everybody
                docs/ @ann bob@example.org
                docs/private/ # nobody's
                *.json @Carl-1
                """);

        assertThat(owners.of("src/a.md")).containsExactly("@org/everybody");
        assertThat(owners.of("docs/x/a.md")).containsExactly("@ann", "bob@example.org");
        assertThat(owners.of("docs/private/a.md")).isEmpty();
        assertThat(owners.of("docs/private/a.json")).containsExactly("@Carl-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!docs/ @ann",
                "docs/ ann",
                "docs/ @ann @",
                "docs/ @ann bob@",
                "docs/ @/team",
                "docs/ @-ann",
                "//docs @ann",
                "docs/../a @ann",
                "# docs/ @ann",
                "   ",
                "docs/ @ann @org/team/x"
            })
    void aLineThatIsWrongIsPassedOver(String line) {
        CodeOwners owners = CodeOwners.parse("* @org/everybody\n" + line + "\n");

        assertThat(owners.of("docs/a.md")).containsExactly("@org/everybody");
    }

    @Test
    void spacesAreEscapedAndCommentsMayFollow() {
        CodeOwners owners = CodeOwners.parse("\uFEFFdocs/a\\ b.md\t@ann  # who knows it\r\n/x#y @bob\r\n");

        assertThat(owners.of("docs/a b.md")).containsExactly("@ann");
        assertThat(owners.of("x#y")).containsExactly("@bob");
    }

    /** Sets and choices mean nothing to GitHub. */
    @Test
    void bracketsAndBracesAreThemselves() {
        CodeOwners owners = CodeOwners.parse("[ab].md @ann\n{c,d}.md @bob\n");

        assertThat(owners.of("a.md")).isEmpty();
        assertThat(owners.of("[ab].md")).containsExactly("@ann");
        assertThat(owners.of("x/{c,d}.md")).containsExactly("@bob");
        assertThat(owners.of("c.md")).isEmpty();
    }

    @Test
    void aRootIsEverything() {
        for (Map.Entry<String, List<String>> each :
                Map.of("a.md", List.of("@ann"), "b/c.md", List.of("@ann")).entrySet()) {
            assertThat(CodeOwners.parse("/ @ann").of(each.getKey())).isEqualTo(each.getValue());
        }
    }
}
