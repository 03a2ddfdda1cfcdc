package io.agent33.sync.core.strategy;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** Mustache as templates use it: no HTML escaping, no partials, maps and lists alone, so that no method of Java is in reach. */
final class Mustaches {
    /** A text that a template makes is as long as one that it may be made of. */
    static final int MOST_CHARACTERS = SourceText.MOST_BYTES;

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new UnsupportedOperationException("there are no partials");
            })
            .withCollector(new BasicCollector() {
                @Override
                public <K, V> Map<K, V> createFetcherCache() {
                    return new HashMap<>();
                }
            });

    private Mustaches() {}

    /**
     * Renders a template.
     *
     * @throws com.samskivert.mustache.MustacheException if it is none, or names what is not there
     * @throws OutputTooLong if it makes more than {@link #MOST_CHARACTERS}
     */
    static String render(String template, String delimiters, Object data) {
        Bounded out = new Bounded();
        COMPILER.withDelims(delimiters).compile(template).execute(data, out);
        return out.toString();
    }

    /** A template made too much. */
    static final class OutputTooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Bounded extends Writer {
        private final StringWriter text = new StringWriter();

        @Override
        public void write(char[] characters, int start, int length) {
            if (text.getBuffer().length() + (long) length > MOST_CHARACTERS) {
                throw new OutputTooLong();
            }
            text.write(characters, start, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
