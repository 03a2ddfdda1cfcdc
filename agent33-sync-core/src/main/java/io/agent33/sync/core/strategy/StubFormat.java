package io.agent33.sync.core.strategy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a stub is written so that a file of some kind stays one of its kind. */
enum StubFormat {
    MARKDOWN,
    JSON,
    HASH,
    SLASHES,
    STARS,
    MARKUP,
    PLAIN;

    private static final Map<String, StubFormat> BY_ENDING = Stream.of(
                    endings(MARKDOWN, "md mdc mdx markdown"),
                    endings(JSON, "json"),
                    endings(HASH, "yaml yml toml sh bash py rb pl r ini cfg conf properties env tf mk"),
                    endings(HASH, "dockerfile makefile gitignore gitattributes editorconfig"),
                    endings(SLASHES, "java js mjs cjs ts tsx jsx c h cpp hpp cc cs go rs kt kts scala swift"),
                    endings(SLASHES, "groovy gradle proto jsonc json5"),
                    endings(STARS, "css scss less sql"),
                    endings(MARKUP, "html htm xml xsd svg vue"),
                    endings(PLAIN, "txt text adoc rst"))
            .flatMap(endings -> endings)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Stream<Map.Entry<String, StubFormat>> endings(StubFormat format, String endings) {
        return Stream.of(endings.split(" ", -1)).map(ending -> Map.entry(ending, format));
    }

    /** The format for a file of this name; empty if the name does not tell. */
    static Optional<StubFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(lower.substring(lower.lastIndexOf('.') + 1)));
    }

    String write(Stub stub) {
        return switch (this) {
            case MARKDOWN -> markdown(stub);
            case JSON -> json(stub);
            case HASH -> commented(stub, "# ");
            case SLASHES -> commented(stub, "// ");
            case STARS -> stars(stub);
            case MARKUP -> markup(stub);
            case PLAIN -> commented(stub, "");
        };
    }

    private static String markdown(Stub stub) {
        String name = code(stub.path());
        String place = stub.address()
                .map(address -> "[" + name + "](<" + address + ">)")
                .orElse(name);
        return "# " + code(stub.document()) + "\n\nThis document is maintained in " + stub.upstream()
                + ". Canonical source: " + place + " at " + stub.release() + ".\n";
    }

    /** A code span, which no character of a path can leave. */
    private static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + text + pad + fence;
    }

    private static String json(Stub stub) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("$comment", "This document is maintained in " + stub.upstream() + ".");
            json.writeStringField("canonical_source", stub.path());
            json.writeStringField("release", stub.release());
            if (stub.address().isPresent()) {
                json.writeStringField("canonical_address", stub.address().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out + "\n";
    }

    private static String commented(Stub stub, String start) {
        return stub.lines().stream().map(line -> start + line + "\n").collect(Collectors.joining());
    }

    private static String stars(Stub stub) {
        return stub.lines().stream()
                .map(line -> " * " + line.replace("*/", "*\\/") + "\n")
                .collect(Collectors.joining("", "/*\n", " */\n"));
    }

    private static String markup(Stub stub) {
        return stub.lines().stream()
                .map(line -> "  " + line.replace("--", "-&#45;") + "\n")
                .collect(Collectors.joining("", "<!--\n", "-->\n"));
    }
}
