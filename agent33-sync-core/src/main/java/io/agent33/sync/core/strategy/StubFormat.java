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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a stub is written so that a file of some kind stays one of its kind. */
enum StubFormat {
    MARKDOWN(StubFormat::markdown, "md", "mdc", "mdx", "markdown"),
    JSON(StubFormat::json, "json"),
    HASH(
            stub -> commented(stub, "# "),
            "yaml",
            "yml",
            "toml",
            "sh",
            "bash",
            "py",
            "rb",
            "pl",
            "r",
            "ini",
            "cfg",
            "conf",
            "properties",
            "env",
            "tf",
            "dockerfile",
            "makefile",
            "mk",
            "gitignore",
            "gitattributes",
            "editorconfig"),
    SLASHES(
            stub -> commented(stub, "// "),
            "java",
            "js",
            "mjs",
            "cjs",
            "ts",
            "tsx",
            "jsx",
            "c",
            "h",
            "cpp",
            "hpp",
            "cc",
            "cs",
            "go",
            "rs",
            "kt",
            "kts",
            "scala",
            "swift",
            "groovy",
            "gradle",
            "proto",
            "jsonc",
            "json5"),
    STARS(StubFormat::stars, "css", "scss", "less", "sql"),
    MARKUP(StubFormat::markup, "html", "htm", "xml", "xsd", "svg", "vue"),
    PLAIN(stub -> commented(stub, ""), "txt", "text", "adoc", "rst");

    private static final Map<String, StubFormat> BY_ENDING = Stream.of(values())
            .flatMap(format -> Stream.of(format.endings).map(ending -> Map.entry(ending, format)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Function<Stub, String> writing;
    private final String[] endings;

    StubFormat(Function<Stub, String> writing, String... endings) {
        this.writing = writing;
        this.endings = endings;
    }

    /** The format for a file of this name; empty if the name does not tell. */
    static Optional<StubFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(lower.substring(lower.lastIndexOf('.') + 1)));
    }

    String write(Stub stub) {
        return writing.apply(stub);
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
