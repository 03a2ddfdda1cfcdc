package io.agent33.sync.core.yaml;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;

/** Makes {@link EventParser}s; safe for use by many threads. */
final class EventFactory extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    private EventFactory(YAMLFactoryBuilder builder) {
        super(builder);
    }

    /** The parser's own limit is put where ours strikes first. */
    static EventFactory limitedTo(int characters) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(characters);
        return new EventFactory(new YAMLFactoryBuilder(new YAMLFactory()).loaderOptions(options));
    }

    EventParser open(String text) throws IOException {
        return (EventParser) createParser(new StringReader(text));
    }

    @Override
    protected YAMLParser _createParser(Reader reader, IOContext context) {
        return new EventParser(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, reader);
    }
}
