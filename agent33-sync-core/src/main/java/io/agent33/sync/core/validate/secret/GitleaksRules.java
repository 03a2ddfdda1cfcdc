package io.agent33.sync.core.validate.secret;

import io.agent33.sync.api.error.ConfigurationException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules of files in the TOML format of gitleaks, for {@link SecretScanner#with(GitleaksRules)}. Immutable and thread-safe.
 * Patterns are run in linear time, within 8 KiB of a keyword, or over the whole text where a rule has none.
 */
public final class GitleaksRules {
    private static final int NEAR = 8_192;
    private static final GitleaksRules NONE = new GitleaksRules(List.of());

    private final List<GitleaksRule> rules;
    private final int[] ruleOf;
    private final KeywordIndex index;

    GitleaksRules(List<GitleaksRule> rules) {
        this.rules = List.copyOf(rules);
        List<String> keywords = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (String keyword : rules.get(i).keywords()) {
                keywords.add(keyword);
                owners.add(i);
            }
        }
        this.index = new KeywordIndex(keywords);
        this.ruleOf = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** No rules. */
    public static GitleaksRules none() {
        return NONE;
    }

    /**
     * Reads a file, and the one that its {@code extend.path} names, which must lie in the same folder or below it.
     *
     * @throws ConfigurationException with everything that is wrong, each with its line
     */
    public static GitleaksRules read(Path file) {
        return GitleaksReader.read(file);
    }

    /**
     * Reads a text that knows of no other files. The reader is not closed.
     *
     * @param name what messages call it
     * @throws ConfigurationException with everything that is wrong, each with its line
     */
    public static GitleaksRules read(Reader text, String name) {
        return GitleaksReader.read(text, name);
    }

    /** These and more, in this order. */
    public GitleaksRules and(GitleaksRules more) {
        return new GitleaksRules(
                Stream.concat(rules.stream(), more.rules.stream()).toList());
    }

    /** The ids of its rules, in the order of the file. */
    public List<String> ids() {
        return rules.stream().map(GitleaksRule::id).toList();
    }

    void find(String path, String text, Found found) {
        if (rules.isEmpty()) {
            return;
        }
        List<Windows> near =
                rules.stream().map(rule -> new Windows(text.length(), NEAR)).toList();
        index.scan(text, (keyword, start) -> {
            near.get(ruleOf[keyword]).around(start);
            return true;
        });
        for (int i = 0; i < rules.size() && !found.isFull(); i++) {
            GitleaksRule rule = rules.get(i);
            Windows windows = rule.keywords().isEmpty() ? Windows.whole(text.length()) : near.get(i);
            windows.each((from, to) -> rule.find(path, text, from, to, found));
        }
    }

    void findPath(String path, Found found) {
        rules.forEach(rule -> rule.findPath(path, found));
    }
}
