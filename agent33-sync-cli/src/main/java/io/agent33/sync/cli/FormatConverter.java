package io.agent33.sync.cli;

import io.agent33.sync.core.print.OutputFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Formats by their names in lower case. */
final class FormatConverter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String value) {
        return Arrays.stream(OutputFormat.values())
                .filter(format -> name(format).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(OutputFormat.values())
                                .map(FormatConverter::name)
                                .collect(Collectors.joining(", "))
                        + ", found \"" + value + "\""));
    }

    private static String name(OutputFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
