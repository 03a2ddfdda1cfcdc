package io.agent33.sync.core.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TextEdit;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.transform.TransformOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a transform is given: a document that is edited by ranges, and its options. */
class DocumentTest {
    private static Document document(String text) {
        return new Document("core/a.md", RepoPath.of("docs/a.md"), text);
    }

    @Test
    void editsAreOfTheTextAsItWasInWhateverOrder() {
        Document after = document("0123456789")
                .edit(List.of(
                        new TextEdit(8, 10, "ZZZ"),
                        new TextEdit(0, 0, "<"),
                        new TextEdit(2, 4, ""),
                        new TextEdit(10, 10, ">")));

        assertThat(after.text()).isEqualTo("<014567ZZZ>");
        assertThat(after.source()).isEqualTo("core/a.md");
        assertThat(after.target().value()).isEqualTo("docs/a.md");
    }

    @Test
    void anEditThatChangesNothingGivesTheSameDocument() {
        Document before = document("abc");

        assertThat(before.edit(List.of())).isSameAs(before);
        assertThat(before.replace(0, 1, "a")).isSameAs(before);
    }

    @Test
    void editsThatOverlapOrLeaveTheTextAreRefused() {
        Document before = document("abc");

        assertThatThrownBy(() -> before.edit(List.of(new TextEdit(0, 2, ""), new TextEdit(1, 3, ""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("core/a.md");
        assertThatThrownBy(() -> before.replace(2, 4, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextEdit(2, 1, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextEdit(-1, 1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 'x\n',     3",
        "2, 0, 0, 'x\ny\n',  4",
        "2, 0, 0, x,         2",
        "1, 0, 0, 'x\n',     2",
        "1, 0, 2, 'x\n',     1",
        "3, 0, 3, '',        2",
        "3, 0, 7, x,         1",
        "3, 4, 7, x,         2",
        "2, 6, 6, 'x\n',     2",
        "0, 0, 0, 'x\n',     0",
        "9, 0, 0, 'x\n',     9"
    })
    void aNoteGoesAlongWithItsLine(int line, int start, int end, String replacement, int moved) {
        Document after = document("a\r\nb\ncde\n")
                .noting(new TransformNote("odd", line, "odd", ""))
                .edit(List.of(new TextEdit(start, end, replacement), new TextEdit(9, 9, "\n\n")));

        assertThat(after.notes()).extracting(TransformNote::line).containsExactly(moved);
    }

    @Test
    void aLineFeedThatIsPutInBecomesTheDocumentsOwnLineEnd() {
        assertThat(document("a\r\nb\r\nc\n").replace(0, 1, "x\ny").text()).isEqualTo("x\r\ny\r\nb\r\nc\n");
        assertThat(document("a\r\nb\nc\n").replace(0, 1, "x\r\ny").text()).isEqualTo("x\ny\r\nb\nc\n");
    }

    @Test
    void notesStayWithTheDocument() {
        TransformNote note = new TransformNote("odd", 3, "it is odd", "");
        Document noted = document("abc").noting(note).replace(0, 1, "x");

        assertThat(noted.notes()).containsExactly(note);
        assertThatThrownBy(() -> new TransformNote("odd", -1, "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsAreAskedByNameAndWhatIsWrongIsCollected() {
        TransformOptions options = new TransformOptions(Map.of(
                "text",
                "x",
                "flag",
                true,
                "list",
                List.of("a", "b"),
                "map",
                Map.of("k", "v"),
                "mixed",
                List.of("a", true)));

        assertThat(options.text("text")).isEqualTo("x");
        assertThat(options.flag("flag")).isTrue();
        assertThat(options.flag("other")).isFalse();
        assertThat(options.texts("list")).containsExactly("a", "b");
        assertThat(options.mapping("map")).containsEntry("k", "v");
        assertThat(options.optionalText("none")).isEmpty();
        assertThat(options.objections()).isEmpty();

        assertThat(options.text("missing")).isEmpty();
        assertThat(options.text("flag")).isEmpty();
        assertThat(options.texts("mixed")).containsExactly("a");
        assertThat(options.mapping("list")).isEmpty();
        options.refuse("bad-value", "text", "a colour", "x", "");
        assertThat(options.objections())
                .extracting(Objection::code, Objection::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("missing-key", "missing"),
                        org.assertj.core.groups.Tuple.tuple("wrong-type", "flag"),
                        org.assertj.core.groups.Tuple.tuple("wrong-type", "mixed[1]"),
                        org.assertj.core.groups.Tuple.tuple("wrong-type", "list"),
                        org.assertj.core.groups.Tuple.tuple("bad-value", "text"));
        assertThat(options.known()).contains("text", "flag", "other", "list", "map", "none", "missing", "mixed");
    }
}
