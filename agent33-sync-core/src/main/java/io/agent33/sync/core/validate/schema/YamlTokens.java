package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** The parser alone, for YAML that nobody looks into. */
final class YamlTokens {
    private static final YAMLFactory FACTORY =
            YAMLFactory.builder().loaderOptions(options()).build();

    private YamlTokens() {}

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(DataBounds.YAML_BYTES);
        return options;
    }

    /** Whether a text parses as YAML, all of it. */
    static boolean areSound(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            while (parser.nextToken() != null) {
                // Each is sound.
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
