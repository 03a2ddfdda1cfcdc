package io.agent33.sync.core.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Jackson's parser with its guesses switched off. By itself it hides the tag of a mapping's first key, calls an alias a
 * text, and decodes numbers of any length in quadratic time; here every scalar is text, and the event behind a token can
 * be asked.
 */
final class EventParser extends YAMLParser {
    EventParser(IOContext context, int features, int yamlFeatures, LoaderOptions options, Reader reader) {
        super(context, features, yamlFeatures, options, null, reader);
    }

    /** What the current token was made of. */
    Event event() {
        return _lastEvent;
    }

    /** @throws SyntaxProblem if the text is not YAML */
    @Override
    protected Event getEvent() throws IOException {
        try {
            return super.getEvent();
        } catch (YAMLException e) {
            throw new SyntaxProblem(e);
        }
    }

    @Override
    protected JsonToken _decodeScalar(ScalarEvent scalar) {
        _textValue = scalar.getValue();
        _cleanedTextValue = null;
        return JsonToken.VALUE_STRING;
    }
}
