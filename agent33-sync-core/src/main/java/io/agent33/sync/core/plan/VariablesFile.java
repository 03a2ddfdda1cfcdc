package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.VariableName;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import io.agent33.sync.core.yaml.YamlReader;
import io.agent33.sync.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a downstream defines for templates: names and texts in {@code .agent33-overrides/.variables.yaml} (S5).
 *
 * @param objections what is wrong with the file; it blocks rules with templates
 */
record VariablesFile(Map<String, String> variables, List<Objection> objections) {
    private static final String PLACE = OverridesFolder.VARIABLES.value();
    private static final YamlBounds BOUNDS = YamlBounds.handwritten();

    /** Of a downstream that has none. */
    static VariablesFile none() {
        return new VariablesFile(Map.of(), List.of());
    }

    static VariablesFile read(CachedTree tree, BlobSource blobs) {
        Optional<TreeEntry> entry = tree.find(PLACE);
        if (entry.isEmpty()) {
            return none();
        }
        if (!entry.get().mode().isFile()) {
            String found = entry.get().mode().toString();
            Objection unfit = Objection.of("own-file-unfit", PLACE, "a file", found, "put a file there, or remove it");
            return new VariablesFile(Map.of(), List.of(unfit));
        }
        byte[] content = Blobs.start(blobs, entry.get().id(), BOUNDS.bytes() + 1);
        return of(new YamlReader(BOUNDS).read(PLACE, content));
    }

    private static VariablesFile of(List<YamlDocument> documents) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<Objection> objections = new ArrayList<>();
        documents.forEach(document -> objections.addAll(document.objections()));
        if (documents.size() > 1) {
            objections.add(refused(Location.of(PLACE), "one document", documents.size() + " of them"));
        }
        documents.stream()
                .limit(1)
                .flatMap(document -> document.root().stream())
                .forEach(root -> {
                    take(root, variables, objections);
                });
        return new VariablesFile(variables, objections);
    }

    private static void take(YamlNode root, Map<String, String> variables, List<Objection> objections) {
        if (root instanceof YamlMapping mapping) {
            mapping.entries().forEach(variable -> take(variable, variables, objections));
        } else {
            objections.add(refused(root.at(), "a mapping of names to texts", "none"));
        }
    }

    private static void take(YamlMapping.Entry variable, Map<String, String> variables, List<Objection> objections) {
        String name = variable.key().text();
        if (!VariableName.isOne(name)) {
            objections.add(refused(variable.key().at(), VariableName.EXPECTED, Excerpt.quoted(name)));
        } else if (variable.value() instanceof YamlScalar scalar && !scalar.isNothing()) {
            variables.put(name, scalar.text());
        } else {
            objections.add(refused(variable.value().at(), "a text for " + name, "none"));
        }
    }

    private static Objection refused(Location where, String expected, String found) {
        return Objection.of("bad-variables", PLACE, expected, found, "").at(where);
    }
}
