package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.core.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** What a plain scalar means by the core schema of YAML 1.2. */
final class YamlScalars {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]++");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");

    private YamlScalars() {}

    static JsonNode node(YamlScalar scalar) {
        if (scalar.isNothing()) {
            return NODES.nullNode();
        }
        if (scalar.asBoolean().isPresent()) {
            return NODES.booleanNode(scalar.asBoolean().get());
        }
        String text = scalar.text();
        return scalar.plain() && text.length() <= DataBounds.NUMBER ? number(text) : NODES.textNode(text);
    }

    private static JsonNode number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return whole(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(new BigInteger(text.substring(2), 8));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return whole(new BigInteger(text.substring(2), 16));
        }
        return FRACTION.matcher(text).matches() ? NODES.numberNode(Double.parseDouble(text)) : NODES.textNode(text);
    }

    private static JsonNode whole(BigInteger value) {
        return value.bitLength() < Integer.SIZE
                ? NODES.numberNode(value.intValue())
                : value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
