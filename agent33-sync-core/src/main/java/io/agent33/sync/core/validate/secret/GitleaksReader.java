package io.agent33.sync.core.validate.secret;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads gitleaks files and what they extend, all errors at once. */
final class GitleaksReader {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_EXTENSIONS = 2;

    private final List<Objection> objections = new ArrayList<>();

    private GitleaksReader() {}

    static GitleaksRules read(Reader text, String name) {
        GitleaksReader reader = new GitleaksReader();
        GitleaksFile file = GitleaksFile.parse(name, reader.bounded(text, name), reader.objections);
        if (!file.extendPath().isEmpty()) {
            reader.objections.add(Objection.of(
                    "unsupported",
                    name + ": extend.path",
                    "",
                    "a text that knows of no other files",
                    "read it as a file"));
        }
        return reader.finished(file.rules());
    }

    static GitleaksRules read(Path path) {
        GitleaksReader reader = new GitleaksReader();
        return reader.finished(
                reader.all(path.toAbsolutePath().normalize(), path.getFileName().toString(), 0));
    }

    private GitleaksRules finished(Map<String, GitleaksDraft> drafts) {
        List<GitleaksRule> rules = drafts.values().stream()
                .map(draft -> draft.finished(objections))
                .toList();
        if (!objections.isEmpty()) {
            throw new ConfigurationException(objections);
        }
        return new GitleaksRules(rules);
    }

    private Map<String, GitleaksDraft> all(Path path, String name, int depth) {
        GitleaksFile file = GitleaksFile.parse(name, content(path, name), objections);
        if (file.extendPath().isEmpty()) {
            return file.rules();
        }
        Path folder = path.resolveSibling("").normalize();
        Path extended = folder.resolve(file.extendPath()).normalize();
        if (!extended.startsWith(folder) || depth == MAX_EXTENSIONS) {
            String found = depth == MAX_EXTENSIONS
                    ? "more than " + MAX_EXTENSIONS + " files"
                    : "a path that leads out of the folder";
            objections.add(Objection.of(
                    "bad-extension",
                    name + ": extend.path",
                    "at most " + MAX_EXTENSIONS + " files below the first",
                    found,
                    ""));
            return file.rules();
        }
        Map<String, GitleaksDraft> base =
                new LinkedHashMap<>(all(extended, folder.relativize(extended).toString(), depth + 1));
        return file.over(base);
    }

    private String content(Path path, String name) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return bounded(reader, name);
        } catch (IOException | UncheckedIOException e) {
            objections.add(Objection.of(
                    "unreadable", name, "a text in UTF-8", "a file that cannot be read", "check path and encoding"));
            return "";
        }
    }

    private String bounded(Reader text, String name) {
        try {
            StringBuilder content = new StringBuilder();
            char[] part = new char[8_192];
            for (int read = text.read(part); read >= 0; read = text.read(part)) {
                content.append(part, 0, read);
                if (content.length() > MAX_LENGTH) {
                    objections.add(Objection.of(
                            "too-large", name, "at most " + MAX_LENGTH + " characters", "more", "split the file"));
                    return "";
                }
            }
            return content.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
