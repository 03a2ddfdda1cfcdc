package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlReader;
import io.agent33.sync.core.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of one rule as a person wrote it, in which single values are changed and everything else stays byte for byte: comments,
 * order, line ends. Immutable and thread-safe.
 */
public final class RuleText {
    private static final YamlReader YAML = new YamlReader(YamlBounds.handwritten());
    private static final Pattern VALUE = Pattern.compile("\"[^\"\\\\]*\"|'[^']*'|[^\\s#'\"{}\\[\\],&*!|>%@`]+");

    private final String name;
    private final String text;
    private final HostPlugins host;
    private final SyncRule rule;
    private final YamlMapping mapping;

    private RuleText(String name, String text, HostPlugins host) {
        this.name = name;
        this.text = text;
        this.host = host;
        List<YamlDocument> documents = YAML.read(name, text.getBytes(StandardCharsets.UTF_8));
        if (documents.size() != 1) {
            throw new ConfigurationException(Objection.of(
                    "several-rules",
                    name,
                    "one rule in the file",
                    documents.size() + " documents",
                    "give the rule a file of its own"));
        }
        RuleDocument read = RuleDocument.read(documents.get(0), host);
        if (!read.objections().isEmpty()) {
            throw new ConfigurationException(read.objections());
        }
        this.rule = read.claim().orElseThrow().rule();
        this.mapping = documents
                .get(0)
                .root()
                .map(YamlMapping.class::cast)
                .flatMap(root -> root.entry(RuleFormat.ROOT_KEY))
                .map(entry -> (YamlMapping) entry.value())
                .orElseThrow();
    }

    /**
     * Reads and checks it.
     *
     * @param name of the file, for messages
     * @throws ConfigurationException if it is no file of one good rule; it names all that is wrong
     */
    public static RuleText of(String name, byte[] content, HostPlugins host) {
        return new RuleText(name, new String(content, StandardCharsets.UTF_8), host);
    }

    /** The rule that it says. */
    public SyncRule rule() {
        return rule;
    }

    /** All of it. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What stands behind a value as a comment; empty without one, or without the key. */
    public Optional<String> comment(String key) {
        return scalar(key)
                .map(this::rest)
                .map(rest -> {
                    Matcher value = VALUE.matcher(rest);
                    String behind =
                            value.lookingAt() ? rest.substring(value.end()).strip() : "";
                    return behind.startsWith("#") ? behind.substring(1).strip() : "";
                })
                .filter(comment -> !comment.isEmpty());
    }

    /**
     * The same with another value for a key, which is added if it is not there. What stood behind the value as a comment goes.
     *
     * @param value as it is to stand there
     * @param comment to stand behind it; empty for none
     * @throws ConfigurationException if the value is written in a way that cannot be changed in place
     */
    public RuleText with(String key, String value, String comment) {
        String written = value + (comment.isEmpty() ? "" : " # " + comment);
        Optional<YamlScalar> scalar = scalar(key);
        RuleText changed = scalar.isPresent() ? replaced(key, scalar.get(), written) : added(key, written);
        if (changed.scalar(key).filter(now -> now.text().equals(value)).isEmpty()) {
            throw unchangeable(key);
        }
        return changed;
    }

    private Optional<YamlScalar> scalar(String key) {
        return mapping.entry(key)
                .map(YamlMapping.Entry::value)
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast);
    }

    private RuleText replaced(String key, YamlScalar scalar, String written) {
        int start = offset(scalar.at().line(), scalar.at().column());
        String rest = rest(scalar);
        Matcher value = VALUE.matcher(rest);
        if (!value.lookingAt() || !rest.substring(value.end()).strip().matches("(?:#.*)?")) {
            throw unchangeable(key);
        }
        return again(text.substring(0, start) + written + text.substring(start + rest.length()), key);
    }

    /** As a line of its own, behind that of the id. */
    private RuleText added(String key, String written) {
        YamlMapping.Entry id = mapping.entry("id").orElseThrow();
        int line = id.value().at().line();
        if (id.key().at().line() != line
                || mapping.at().column() != id.key().at().column()) {
            throw unchangeable(key);
        }
        int end = text.indexOf('\n', offset(line, 1));
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        String added = " ".repeat(id.key().at().column() - 1) + key + ": " + written + lineEnd;
        return again(
                end < 0 ? text + lineEnd + added : text.substring(0, end + 1) + added + text.substring(end + 1), key);
    }

    private RuleText again(String changed, String key) {
        try {
            return new RuleText(name, changed, host);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(unchangeable(key).objections());
        }
    }

    /** From a value to the end of its line. */
    private String rest(YamlScalar scalar) {
        int start = offset(scalar.at().line(), scalar.at().column());
        int end = text.indexOf('\n', start);
        String rest = end < 0 ? text.substring(start) : text.substring(start, end);
        return rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, column - 1);
    }

    private ConfigurationException unchangeable(String key) {
        return new ConfigurationException(Objection.of(
                "unchangeable-value",
                name,
                "a line \"" + key + ": value\" of its own, with a plain or a quoted value",
                "one that is written otherwise",
                "change " + key + " by hand"));
    }
}
