package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Finds in texts and paths what must not leave the upstream (S7): credentials, private paths, internal content, characters
 * that nobody sees. Immutable and thread-safe. Time is linear in the text, whatever it holds; nothing but strings is read.
 *
 * <p>{@code SecretScanner.builtIn().with(GitleaksRules.read(file)).scan(text)}
 */
public final class SecretScanner {
    /** A text gives so many matches, of each sort of search; then a last one of {@link Category#INCOMPLETE} says so. */
    public static final int MAX_MATCHES = 1_000;

    private final GitleaksRules rules;
    private final InternalMarkers markers;
    private final PrivateNames names;
    private @Nullable Detectors detectors;

    private SecretScanner(GitleaksRules rules, InternalMarkers markers, PrivateNames names) {
        this.rules = rules;
        this.markers = markers;
        this.names = names;
    }

    /** The built-in catalogue, with {@link InternalMarkers#defaults()}, no private names and no further rules. */
    public static SecretScanner builtIn() {
        return BuiltIn.SCANNER;
    }

    /** One for all engines of a program. */
    private static final class BuiltIn {
        static final SecretScanner SCANNER =
                new SecretScanner(GitleaksRules.none(), InternalMarkers.defaults(), PrivateNames.none());
    }

    /** Made for the first text: a run in which nothing is new has none. */
    private synchronized Detectors detectors() {
        if (detectors == null) {
            List<Detector> all = new ArrayList<>(Catalogue.DETECTORS);
            all.addAll(markers.detectors());
            all.addAll(names.detectors());
            detectors = new Detectors(all);
        }
        return detectors;
    }

    /** This and the rules of a file in the gitleaks format; its allow lists speak of its own rules only. Adds to those before. */
    public SecretScanner with(GitleaksRules more) {
        return new SecretScanner(rules.and(more), markers, names);
    }

    /** This with other markers in place of those before. */
    public SecretScanner with(InternalMarkers other) {
        return new SecretScanner(rules, other, names);
    }

    /** This with other names in place of those before. */
    public SecretScanner with(PrivateNames other) {
        return new SecretScanner(rules, markers, other);
    }

    /** What is found in a text of no known path: rules for certain paths apply, exceptions for certain paths do not. */
    public List<SecretMatch> scan(String text) {
        return scan("", text);
    }

    /**
     * What is found in a file's text, in the order of the text.
     *
     * @param path of the file, for rules and exceptions of a gitleaks file that speak of paths
     */
    public List<SecretMatch> scan(String path, String text) {
        Found found = new Found(MAX_MATCHES);
        InvisibleCharacters.find(text, found);
        markers.findFrontMatter(text, found);
        detectors().look(text, found);
        rules.find(path, text, found);
        return found.matches(text);
    }

    /** What is found in a path itself, rules of a gitleaks file that ask for nothing but a path among it. */
    public List<SecretMatch> scanPath(String path) {
        Found found = new Found(MAX_MATCHES);
        rules.findPath(path, found);
        List<SecretMatch> matches = new ArrayList<>(scan(path));
        matches.addAll(found.matches(path));
        return List.copyOf(matches);
    }

    /** The rules of gitleaks files that it has, in their order. */
    public GitleaksRules rules() {
        return rules;
    }
}
