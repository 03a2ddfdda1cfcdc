package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** What YAML has beyond mappings, lists and values. None of it is read, and none of it is passed over in silence. */
final class Extras {
    private Extras() {}

    /** What is wrong with the node that an event starts. */
    static List<Objection> of(Event event, Trail trail, Location at) {
        List<Objection> objections = new ArrayList<>();
        if (event instanceof AliasEvent) {
            objections.add(
                    refused("yaml-alias", trail, at, "a value", "an alias", "write the value out, or quote the *"));
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            objections.add(refused("yaml-anchor", trail, at, "a value", "an anchor", "delete it, or quote the &"));
        }
        if (hasTag(event)) {
            objections.add(
                    refused("yaml-tag", trail, at, "a value without a tag", "a tag", "delete it, or quote the !"));
        }
        return objections;
    }

    static Objection mergeKey(Trail trail, Location at) {
        return refused("yaml-merge-key", trail, at, "a key", "the merge key <<", "write the keys out");
    }

    static Objection directive(Location at) {
        return refused(
                "yaml-directive", new Trail(), at, "no directive", "a line that starts with %", "delete the line");
    }

    private static boolean hasTag(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
    }

    private static Objection refused(
            String code, Trail trail, Location at, String expected, String found, String remedy) {
        return Objection.of(code, trail.toString(), expected, found, remedy).at(at);
    }
}
