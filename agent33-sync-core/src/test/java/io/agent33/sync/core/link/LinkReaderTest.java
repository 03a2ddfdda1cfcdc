package io.agent33.sync.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.markdown.Form;
import io.agent33.sync.core.markdown.Reference;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkReaderTest {
    @ParameterizedTest
    @CsvSource({
        "a.md, true",
        "docs/A.MD, true",
        "a.markdown, true",
        "rules/x.mdc, true",
        "a.txt, false",
        "a.yaml, false",
        "md, false",
        "a.md/md, false",
        "README, false"
    })
    void theNameTellsMarkdown(String path, boolean markdown) {
        LinkedText read = LinkReader.keepingNothing().read(path, "[a](b.md)");

        assertThat(read.markdown().isPresent()).isEqualTo(markdown);
        assertThat(read.references()).hasSize(markdown ? 1 : 0);
    }

    @Test
    void otherTextHasMentionsAlone() {
        assertThat(LinkReader.keeping().read("a.yaml", "- core/a.md").references())
                .extracting(Reference::form)
                .containsExactly(Form.TEXT);
    }

    @Test
    void aContentIsReadOnceWhateverTheFile() {
        LinkReader reader = LinkReader.keeping();
        LinkedText first = reader.read("a.md", "[a](b.md)");

        assertThat(reader.read("other/b.md", new StringBuilder("[a](b.md)").toString()))
                .isSameAs(first);
        assertThat(reader.read("a.txt", "[a](b.md)")).isNotSameAs(first);
        assertThat(reader.size()).isEqualTo(2);
    }

    @Test
    void threadsShareOneReading() {
        LinkReader reader = LinkReader.keeping();
        String text = "[a](b.md) core/a.md\n\n".repeat(2000);
        Map<LinkedText, Boolean> seen = new IdentityHashMap<>();

        List<LinkedText> read = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> reader.read("a.md", text))
                .toList();
        read.forEach(each -> seen.put(each, true));

        assertThat(seen).hasSize(1);
    }

    @Test
    void whatWasLeastRecentlyAskedForMakesRoom() {
        LinkReader reader = LinkReader.keeping(3 * (500 + 2 * 100));
        LinkedText first = reader.read("a.md", text('a'));
        LinkedText second = reader.read("a.md", text('b'));
        reader.read("a.md", text('c'));
        assertThat(reader.read("a.md", text('a'))).isSameAs(first);

        reader.read("a.md", text('d'));

        assertThat(reader.size()).isEqualTo(3);
        assertThat(reader.read("a.md", text('a'))).isSameAs(first);
        assertThat(reader.read("a.md", text('b'))).isNotSameAs(second);
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        LinkReader reader = LinkReader.keeping(1000);

        reader.read("a.md", "a".repeat(1000));

        assertThat(reader.size()).isZero();
    }

    @Test
    void oneThatKeepsNothingReadsAnew() {
        LinkReader reader = LinkReader.keepingNothing();

        assertThat(reader.read("a.md", "a")).isNotSameAs(reader.read("a.md", "a"));
        assertThat(reader.size()).isZero();
    }

    private static String text(char c) {
        return String.valueOf(c).repeat(100);
    }
}
