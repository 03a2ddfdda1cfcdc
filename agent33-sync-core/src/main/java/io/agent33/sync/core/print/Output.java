package io.agent33.sync.core.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Where a print goes. Its failures are unchecked, so that the forms need not speak of them. */
final class Output {
    private final Appendable target;

    Output(Appendable target) {
        this.target = target;
    }

    Output add(CharSequence text) {
        try {
            target.append(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the print cannot be written", e);
        }
    }

    Output line(CharSequence text) {
        return add(text).add("\n");
    }

    Output blankLine() {
        return add("\n");
    }

    /** The same place for those who know writers only. Closing and flushing it does nothing. */
    Writer asWriter() {
        return new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) {
                add(new String(buffer, offset, length));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
