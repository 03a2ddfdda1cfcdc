package io.agent33.sync.core.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** One mapping as a JSON or a YAML document. */
final class Structured {
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private Structured() {}

    static void json(Output out, Consumer<Fields> content) {
        try (JsonGenerator generator = JSON.createGenerator(out.asWriter())) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            new Fields(generator, JsonGenerator::writeString).braced(content);
        } catch (IOException e) {
            throw new UncheckedIOException("the print cannot be written", e);
        }
        out.blankLine();
    }

    static void yaml(Output out, Consumer<Fields> content) {
        try (YAMLGenerator generator = YAML.createGenerator(out.asWriter())) {
            new Fields(generator, (ignored, value) -> YamlStyle.of(value).write(generator, value)).braced(content);
        } catch (IOException e) {
            throw new UncheckedIOException("the print cannot be written", e);
        }
    }
}
