package io.agent33.sync.core.strategy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.agent33.sync.core.text.CommentStyle;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a stub is written so that a file of some kind stays one of its kind. */
enum StubFormat {
    MARKDOWN,
    JSON,
    HASH,
    SLASHES,
    STARS,
    MARKUP,
    PLAIN;

    private static final Set<String> MARKDOWN_ENDINGS = Set.of("md", "mdc", "mdx", "markdown");
    private static final Set<String> PLAIN_ENDINGS = Set.of("txt", "text", "adoc", "rst");

    /** The format for a file of this name; empty if the name does not tell. */
    static Optional<StubFormat> of(String name) {
        String ending = CommentStyle.ending(name);
        if (MARKDOWN_ENDINGS.contains(ending)) {
            return Optional.of(MARKDOWN);
        }
        if (ending.equals("json")) {
            return Optional.of(JSON);
        }
        return PLAIN_ENDINGS.contains(ending)
                ? Optional.of(PLAIN)
                : CommentStyle.of(name).map(StubFormat::commentedBy);
    }

    private static StubFormat commentedBy(CommentStyle style) {
        return switch (style) {
            case HASH -> HASH;
            case SLASHES -> SLASHES;
            case STARS -> STARS;
            case MARKUP -> MARKUP;
        };
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
