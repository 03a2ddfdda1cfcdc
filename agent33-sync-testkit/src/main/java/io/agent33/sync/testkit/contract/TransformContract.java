package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Transform} owes, as tests: extend it, give the transform and a text that it changes, and run it. */
public abstract class TransformContract {
    private static final List<String> TEXTS = List.of(
            "",
            "\n",
            "no line end",
            "# Title\n\nsee core/a.md, [a](a.md) and `core/b.md`\n",
            "---\ntitle: x\n---\n# Title\n",
            "one\r\ntwo\r\n\r\n```\r\ncode\r\n```\r\n",
            "mixed\r\nends\nand\rmore",
            "\u00FC\uD83D\uDE00\u202E \t\n",
            "<a href=\"x\">\n[unclosed](\n```\n",
            "x".repeat(20_000) + "\n");

    /** The transform as a host registers it; asked for each test. */
    protected abstract TransformProvider provider();

    /** A text that it changes. */
    protected abstract String changed();

    /** A text in which there is nothing for it to do. */
    protected abstract String unchanged();

    /** Options that a rule may give it; none by default. */
    protected Map<String, Object> options() {
        return Map.of();
    }

    /** The path upstream of the documents that it is given, below {@code core/}; Markdown by default. */
    protected String path() {
        return "core/guide.md";
    }

    /** The files around the document. It lies among them. */
    protected MemoryDelivery delivery() {
        return MemoryDelivery.of("core/", "docs/").file("core/a.md", "# A\n").file("core/b.md", "# B\n");
    }

    /** Whether a second time over it changes nothing more; if not, say {@code false}. */
    protected boolean isIdempotent() {
        return true;
    }

    private Transform made() {
        return provider().create(new TransformOptions(options()));
    }

    private Document document(String text) {
        return delivery().file(path(), text).document(path());
    }

    private TransformContext context(String text) {
        return delivery().file(path(), text).transformContext();
    }

    private Document applied(Transform transform, String text) {
        return transform.apply(document(text), context(text));
    }

    private Stream<String> texts() {
        return Stream.concat(TEXTS.stream(), Stream.of(changed(), unchanged()));
    }

    @Test
    void itsOptionsAreKnownAndGood() {
        TransformOptions options = new TransformOptions(options());

        provider().create(options);

        assertThat(options.objections()).isEmpty();
        assertThat(options.known()).containsAll(options().keySet());
    }

    @Test
    void anOptionThatNobodyKnowsIsNotAskedFor() {
        TransformOptions options = new TransformOptions(Map.of("option_that_nobody_knows", "x"));

        provider().create(options);

        assertThat(options.known())
                .as("else a rule's slip of the pen goes unnoticed")
                .doesNotContain("option_that_nobody_knows");
    }

    @Test
    void itChangesWhatItIsFor() {
        assertThat(applied(made(), changed()).text()).isNotEqualTo(changed());
    }

    @Test
    void whereThereIsNothingToDoItReturnsTheDocumentItWasGiven() {
        Document document = document(unchanged());

        assertThat(made().apply(document, context(unchanged()))).isSameAs(document);
    }

    @Test
    void theSameDocumentGivesTheSame() {
        Transform transform = made();
        texts().forEach(text -> {
            Document first = applied(transform, text);
            assertThat(applied(transform, text).text()).as("again: %s", text).isEqualTo(first.text());
            assertThat(applied(made(), text).text())
                    .as("by another one: %s", text)
                    .isEqualTo(first.text());
            assertThat(applied(transform, text).notes()).isEqualTo(first.notes());
        });
    }

    @Test
    void whatItSawBeforeChangesNothing() {
        Transform used = made();
        texts().forEach(text -> applied(used, text));

        assertThat(applied(used, changed()).text())
                .isEqualTo(applied(made(), changed()).text());
    }

    @Test
    void theFileStaysThatFile() {
        texts().forEach(text -> {
            Document after = applied(made(), text);
            assertThat(after.source()).isEqualTo(path());
            assertThat(after.target()).isEqualTo(document(text).target());
        });
    }

    @Test
    void aTextStaysText() {
        texts().map(text -> applied(made(), text).text()).forEach(text -> {
            assertThat(text).doesNotContain("\0");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                    .as(text)
                    .isTrue();
        });
    }

    @Test
    void lineEndsStayThoseOfTheFile() {
        String crlf = changed().replace("\r\n", "\n").replace("\n", "\r\n");

        assertThat(applied(made(), crlf).text().replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void aSecondTimeItHasNothingToDo() {
        if (isIdempotent()) {
            texts().forEach(text -> {
                String once = applied(made(), text).text();
                assertThat(applied(made(), once).text()).as(text).isEqualTo(once);
            });
        } else {
            assertThat(applied(made(), applied(made(), changed()).text()).text())
                    .isNotNull();
        }
    }

    @Test
    void severalThreadsDoNotDisturbEachOther() throws Exception {
        Transform shared = made();
        List<String> texts = texts().toList();
        List<String> alone =
                texts.stream().map(text -> applied(made(), text).text()).toList();

        List<Callable<String>> calls = texts.stream()
                .<Callable<String>>map(text -> () -> applied(shared, text).text())
                .toList();

        assertThat(AtOnce.run(calls)).isEqualTo(alone);
    }
}
