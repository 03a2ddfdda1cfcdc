package io.agent33.sync.core.validate.schema;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads YAML. What rules must not have, anchors and tags above all, is YAML all the same. */
final class YamlReading {
    private static final YamlReader READER =
            new YamlReader(new YamlBounds(DataBounds.YAML_BYTES, DataBounds.DEPTH, DataBounds.VALUES));
    /** The engine's own rules do not take them; other people's documents may have them. */
    private static final Set<String> LEGAL =
            Set.of("yaml-anchor", "yaml-alias", "yaml-merge-key", "yaml-tag", "yaml-directive");

    /** So many anchors, aliases or tags that nobody looked behind them. */
    private static final String CUT = "too-many-problems";

    private static final Set<String> BOUNDS = Set.of("too-large", "too-deep", "too-many-nodes");

    private static final Pattern CHARACTER = Pattern.compile("(.)\\([0-9]+\\)");

    private YamlReading() {}

    static Reading of(String text) {
        List<YamlDocument> documents = READER.read("yaml", text.getBytes(StandardCharsets.UTF_8));
        Optional<Objection> objection = documents.stream()
                .flatMap(document -> document.objections().stream())
                .filter(it -> !LEGAL.contains(it.code()))
                .findFirst();
        if (objection.isEmpty() || (objection.get().code().equals(CUT) && YamlTokens.areSound(text))) {
            return new Reading.Data(YamlLanguageServer.documents(text, documents));
        }
        return refusal(objection.get());
    }

    private static Reading refusal(Objection objection) {
        int line = Math.max(1, objection.where().map(Location::line).orElse(1));
        int column = Math.max(1, objection.where().map(Location::column).orElse(1));
        return BOUNDS.contains(objection.code())
                ? new Reading.TooMuch(line, column, "it has more than " + objection.expected())
                : new Reading.Broken(line, column, said(objection));
    }

    /** Of a character that it cannot take the parser says {@code *(42)}. */
    private static String said(Objection objection) {
        if (objection.code().equals("duplicate-key")) {
            return "a key for the second time";
        }
        Matcher character = CHARACTER.matcher(objection.found());
        return character.matches() ? "the character '" + character.group(1) + "'" : objection.found();
    }
}
