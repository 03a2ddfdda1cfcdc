package io.agent33.sync.core.print;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import io.agent33.sync.core.text.OneLine;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * How a text stands in YAML: plain or as a block where no reader of any YAML version can take it for something else, in
 * double quotes everywhere else.
 */
enum YamlStyle {
    /** Left to the generator, which quotes words that some version of YAML takes for a boolean or a null. */
    PLAIN(true),
    /** Of several lines; line breaks stay as they are. */
    BLOCK(true),
    QUOTED(false);

    private static final Pattern SAFE = Pattern.compile("[A-Za-z][A-Za-z0-9_./+-]*");

    private final boolean minimal;

    YamlStyle(boolean minimal) {
        this.minimal = minimal;
    }

    static YamlStyle of(String text) {
        if (SAFE.matcher(text).matches()) {
            return PLAIN;
        }
        boolean block = text.indexOf('\n') > 0
                && !text.startsWith(" ")
                && text.codePoints().allMatch(YamlStyle::inBlocks);
        return block ? BLOCK : QUOTED;
    }

    /** Not by whether Unicode defines it, which depends on the JDK. A carriage return would be read back as a line feed; so would YAML 1.1's further line breaks. */
    private static boolean inBlocks(int codePoint) {
        return codePoint == '\n' || (!OneLine.unsafe(codePoint) && (codePoint & 0xFFFE) != 0xFFFE);
    }

    void write(YAMLGenerator generator, String text) throws IOException {
        generator.configure(Feature.MINIMIZE_QUOTES, minimal);
        generator.writeString(text);
    }
}
