package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files below {@code src/test/resources/rules}, and short ways to read rules. */
final class Samples {
    /** The only transform of a host that samples name. */
    static final HostPlugins HOST = host("glossary");

    /** A host with one transform, which takes any options. */
    static HostPlugins host(String transform) {
        return HostPlugins.ofTransforms(Map.of(transform, options -> {
            options.all();
            return (document, context) -> document;
        }));
    }

    private Samples() {}

    static List<Path> accepted() {
        return yaml("accepted");
    }

    static List<Path> refused() {
        return yaml("refused");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one text as a file named {@code rules.yaml}. */
    static RuleSet read(String text) {
        return read("rules.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    static RuleSet read(String name, byte[] content) {
        RuleReading reading = new RuleReading(HOST);
        reading.file(name, () -> new ByteArrayInputStream(content));
        return reading.result();
    }

    static RuleSet read(RuleSource source) {
        try (MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33")) {
            return source.read(RuleContext.of(upstream));
        }
    }

    /** A rule of nothing but what it must have, in one line. */
    static String minimal(String id) {
        return "sync_rule: {id: " + id + ", source: '**', target_repo: o/r, target_path: " + id + "}\n";
    }

    static List<String> ids(RuleSet rules) {
        return rules.rules().stream().map(entry -> entry.rule().id()).toList();
    }

    static List<String> codes(RuleSet rules) {
        return rules.objections().stream().map(Objection::code).toList();
    }

    private static List<Path> yaml(String folder) {
        URL place = Samples.class.getResource("/rules/" + folder);
        if (place == null) {
            throw new AssertionError("no samples at /rules/" + folder);
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.filter(file -> RuleFiles.isYaml(file.toString()))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
