package io.agent33.sync.core.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import io.agent33.sync.core.tree.BlobIds;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An input is a template: it is rendered the same each time, or refused in words with lines; foreign expressions survive. */
class TemplateFuzzTest {
    private static final TemplateVariables VARIABLES = new TemplateVariables(
            "docs",
            RepositoryId.of("agent33/agent33"),
            RepositoryId.of("org/webapp"),
            new Release("1.0.0", ObjectId.none(), Optional.of("v1.0.0")),
            Map.of("product", "P {{version}} ${{ x }}", "empty", "", "html", "<&>"));

    private final Fuzzing fuzzing = Fuzzing.of("template", TemplateFuzzTest::read)
            .samples(Stream.of(
                    "# {{product}} {{ version }}\n\n{{#empty}}no{{/empty}}{{^empty}}yes{{/empty}} {{! a\ncomment }}\n",
                    "on: ${{ github.ref }} {{{html}}} {{&html}} {{.}} ${{\n",
                    "\uFEFF{{=<% %>=}}<% product %> {{ version }}<%={{ }}=%>{{rule_id}}\r\n",
                    "{{#product}}{{.}}{{/product}} {{> partial}} {{unknown}}\n"))
            .pieces("{{", "}}", "${{", "{{{", "}}}", "{{#", "{{/", "{{^", "{{!", "{{>", "{{&", "{{=", "=}}", "<%", "%>")
            .pieces("product", "version", "empty", ".", "\n", "\r\n", "\0", "\uE000", " ", "{{product}}", "getClass");

    @Test
    void aTemplateIsRenderedOrRefusedInWords() {
        fuzzing.briefly(750);
    }

    @Test
    @Tag("slow")
    void aTemplateIsRenderedOrRefusedInWordsForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        String kinds = "";
        for (String delimiters : new String[] {"{{ }}", "<% %>"}) {
            Rendered rendered = rendered(input, delimiters);
            assertThat(rendered(input, delimiters)).isEqualTo(rendered);
            kinds += rendered.getClass().getSimpleName() + " ";
            if (rendered instanceof Rendered.Impossible impossible) {
                long lines =
                        new String(input, UTF_8).chars().filter(c -> c == '\n').count() + 1;
                assertThat(impossible.problems()).isNotEmpty();
                for (Rendered.Problem problem : impossible.problems()) {
                    Said.fitForALine(problem.reason());
                    Said.fitForALine(problem.remedy());
                    assertThat((long) problem.line()).isBetween(0L, lines);
                    kinds += problem.reason().length() > 12 ? problem.reason().substring(0, 12) : problem.reason();
                }
            }
        }
        return kinds;
    }

    private static Rendered rendered(byte[] input, String delimiters) {
        ObjectId id = BlobIds.of(input);
        SourceFile file = new SourceFile("core/a.md", new FileState(FileMode.REGULAR, id), RepoPath.of("docs/a.md"));
        return new TemplateRendering(new One(input), delimiters, VARIABLES).render(file);
    }

    private record One(byte[] content) implements BlobSource {
        @Override
        public InputStream open(ObjectId blob) {
            return new ByteArrayInputStream(content);
        }

        @Override
        public long size(ObjectId blob) {
            return content.length;
        }

        @Override
        public boolean contains(ObjectId blob) {
            return true;
        }
    }
}
