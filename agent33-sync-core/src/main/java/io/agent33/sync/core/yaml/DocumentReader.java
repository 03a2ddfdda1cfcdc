package io.agent33.sync.core.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reads one document. Its recursion is as deep as the bounds allow. Used once. */
final class DocumentReader {
    private static final String MERGE = "<<";

    private final YamlBounds bounds;
    private final NodeBudget budget;
    private final DocumentText document;
    private final EventParser parser;
    private final Positions positions;
    private final Trail trail = new Trail();
    private final Refusals refusals = new Refusals();

    DocumentReader(DocumentText document, EventParser parser, YamlBounds bounds, NodeBudget budget) {
        this.document = document;
        this.parser = parser;
        this.bounds = bounds;
        this.budget = budget;
        this.positions = new Positions(document);
    }

    YamlDocument read() throws IOException {
        Optional<YamlNode> root = Optional.empty();
        Optional<Location> directive = document.directive();
        if (directive.isPresent()) {
            refusals.add(Extras.directive(directive.get()));
            return new YamlDocument(root, refusals.list());
        }
        try {
            budget.spend(trail, document.start());
            if (parser.nextToken() != null) {
                root = Optional.of(node(0));
                refuseWhatFollows();
            }
        } catch (SyntaxProblem e) {
            refusals.add(SyntaxHint.objection(e, document, positions));
        } catch (BoundsExceeded e) {
            refusals.add(e.objection());
        } catch (JsonProcessingException e) {
            refusals.add(unexpected());
        }
        return new YamlDocument(root, refusals.list());
    }

    /** The node whose first token is the current one. */
    private YamlNode node(int depth) throws IOException {
        Location at = here();
        budget.spend(trail, at);
        refusals.addAll(Extras.of(parser.event(), trail, at));
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(at, deeper(depth, at));
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(at, deeper(depth, at));
        }
        String text = parser.getText();
        return parser.event() instanceof ScalarEvent scalar
                ? new YamlScalar(text, scalar.isPlain(), at)
                : new YamlScalar("*" + text, true, at);
    }

    private YamlSequence sequence(Location at, int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            trail.enter(items.size());
            items.add(node(depth));
            trail.leave();
        }
        return new YamlSequence(items, at);
    }

    private YamlMapping mapping(Location at, int depth) throws IOException {
        Map<String, Location> first = new HashMap<>();
        List<YamlMapping.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            YamlScalar key = key();
            trail.enter(key.text());
            Location earlier = first.putIfAbsent(key.text(), key.at());
            parser.nextToken();
            YamlNode value = node(depth);
            if (earlier != null) {
                refusals.add(Objection.of(
                                "duplicate-key",
                                trail.toString(),
                                "each key once",
                                "the key of line " + earlier.line() + " a second time",
                                "keep one of the two")
                        .at(key.at()));
            } else if (key.plain() && key.text().equals(MERGE)) {
                refusals.add(Extras.mergeKey(trail, key.at()));
            } else {
                entries.add(new YamlMapping.Entry(key, value));
            }
            trail.leave();
        }
        return new YamlMapping(entries, at);
    }

    private YamlScalar key() throws IOException {
        Location at = here();
        budget.spend(trail, at);
        refusals.addAll(Extras.of(parser.event(), trail, at));
        boolean plain = parser.event() instanceof ScalarEvent scalar && scalar.isPlain();
        return new YamlScalar(parser.currentName(), plain, at);
    }

    private int deeper(int depth, Location at) throws BoundsExceeded {
        if (depth >= bounds.depth()) {
            throw new BoundsExceeded(
                    Objection.of("too-deep", trail.toString(), "at most " + bounds.depth() + " levels", "more", "")
                            .at(at));
        }
        return depth + 1;
    }

    private void refuseWhatFollows() throws IOException {
        if (parser.nextToken() != null) {
            refusals.add(
                    Objection.of("yaml-syntax", "the document", "its end", "more text", "start a document with ---")
                            .at(here()));
        }
    }

    /** Jackson itself objects to one thing only: a key that is not a single value. */
    private Objection unexpected() {
        return Objection.of(
                        "yaml-syntax",
                        trail.toString(),
                        "a key that is a single word or text",
                        "something else",
                        "put quotes around a text that starts with {, [ or *")
                .at(here());
    }

    private Location here() {
        return positions.at(parser.event().getStartMark());
    }
}
