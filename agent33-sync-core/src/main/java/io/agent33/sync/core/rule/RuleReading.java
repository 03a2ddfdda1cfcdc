package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the rules of all files and tells the good ones from the others. Used once. */
final class RuleReading implements RuleFiles.Visitor {
    private static final YamlBounds BOUNDS = YamlBounds.handwritten();
    private static final YamlReader YAML = new YamlReader(BOUNDS);

    private final HostPlugins host;
    private final Map<String, Integer> orderOfFiles = new HashMap<>();
    private final List<RuleSet.Entry> claims = new ArrayList<>();
    private final List<RuleSet.Entry> sound = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    RuleReading(HostPlugins host) {
        this.host = host;
    }

    @Override
    public void file(String name, RuleFiles.Content content) {
        orderOfFiles.putIfAbsent(name, orderOfFiles.size());
        try (InputStream in = content.open()) {
            read(name, in.readNBytes(BOUNDS.bytes() + 1));
        } catch (IOException e) {
            refused(RuleFiles.unreadable(name, e));
        }
    }

    @Override
    public void refused(Objection objection) {
        objection.where().ifPresent(where -> orderOfFiles.putIfAbsent(where.file(), orderOfFiles.size()));
        objections.add(objection);
    }

    /** The rules that nothing is wrong with, by id, and all that is wrong, by file and line. */
    RuleSet result() {
        List<Objection> duplicates = RuleValidation.duplicates(claims);
        Set<Optional<Location>> claimedTwice =
                duplicates.stream().map(Objection::where).collect(Collectors.toSet());
        List<RuleSet.Entry> rules = sound.stream()
                .filter(entry -> !claimedTwice.contains(Optional.of(entry.where())))
                .sorted(Comparator.comparing(entry -> entry.rule().id()))
                .toList();
        List<Objection> sorted = Stream.concat(objections.stream(), duplicates.stream())
                .sorted(Comparator.comparing(Objection::where, this::compare))
                .toList();
        return new RuleSet(rules, sorted, refused(rules));
    }

    private Set<String> refused(List<RuleSet.Entry> rules) {
        Set<String> ids = claims.stream().map(entry -> entry.rule().id()).collect(Collectors.toSet());
        rules.forEach(entry -> ids.remove(entry.rule().id()));
        return ids;
    }

    private void read(String name, byte[] content) {
        List<YamlDocument> documents = YAML.read(name, content);
        Objections ofFile = new Objections();
        for (YamlDocument document : documents) {
            RuleDocument read = RuleDocument.read(document, host);
            read.claim().ifPresent(claims::add);
            read.claim().filter(entry -> read.objections().isEmpty()).ifPresent(sound::add);
            ofFile.addAll(read.objections());
        }
        objections.addAll(ofFile.list());
        if (documents.isEmpty()) {
            refused(empty(name));
        }
    }

    private static Objection empty(String name) {
        return Objection.of(
                        Codes.NO_RULE,
                        name,
                        "a document with " + RuleFormat.ROOT_KEY,
                        "nothing but comments",
                        "write a rule, or delete the file")
                .at(Location.of(name));
    }

    /** What is at no place comes first. */
    private int compare(Optional<Location> a, Optional<Location> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        return Comparator.<Location>comparingInt(place -> orderOfFiles.getOrDefault(place.file(), -1))
                .thenComparingInt(Location::line)
                .thenComparingInt(Location::column)
                .compare(a.get(), b.get());
    }
}
