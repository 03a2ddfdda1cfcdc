package io.agent33.sync.core.validate.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A regular expression of a schema. It is the JDK's, since linear ones know neither looking ahead nor references back, which schemas
 * use; but it may look at so many characters of a text and no more.
 */
final class BoundedPattern implements RegularExpression {
    private static final int LOOKS = 1_000_000;

    private final Pattern pattern;

    /** @throws java.util.regex.PatternSyntaxException if it is none */
    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(
                RegularExpressions.replaceLongformCharacterProperties(RegularExpressions.replaceDollarAnchors(regex)));
    }

    /** @throws Effort.Exceeded if it looked too often */
    @Override
    public boolean matches(String value) {
        try {
            return pattern.matcher(new Looks(value, 0, value.length(), new AtomicInteger(LOOKS)))
                    .find();
        } catch (StackOverflowError e) {
            // A group in a loop takes a frame for each round.
            throw new Effort.Exceeded();
        }
    }

    private record Looks(String text, int start, int end, AtomicInteger left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (left.getAndDecrement() <= 0) {
                throw new Effort.Exceeded();
            }
            return text.charAt(start + index);
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Looks(text, start + from, start + to, left);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
