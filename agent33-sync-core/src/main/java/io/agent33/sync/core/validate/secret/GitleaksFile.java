package io.agent33.sync.core.validate.secret;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One file in the gitleaks format, as it is written. */
final class GitleaksFile {
    private static final TomlMapper TOML = new TomlMapper();
    private static final int MAX_RULES = 2_000;

    private final Map<String, GitleaksDraft> drafts = new LinkedHashMap<>();
    private final List<GitleaksAllowlist> forAll = new ArrayList<>();
    private final List<Targeted> targeted = new ArrayList<>();
    private final List<String> disabled;
    private final String extendPath;

    private GitleaksFile(TomlTable file) {
        file.text("title");
        file.text("description");
        file.text("minVersion");
        List<TomlTable> extend = file.table("extend").stream().toList();
        this.extendPath = extend.stream().map(it -> it.text("path")).findFirst().orElse("");
        this.disabled = extend.stream()
                .flatMap(it -> it.texts("disabledRules").stream())
                .toList();
        extend.forEach(this::checkExtension);
        List<TomlTable> rules = file.tables("rules");
        if (rules.size() > MAX_RULES) {
            file.object(
                    "rules",
                    "too-large",
                    "at most " + MAX_RULES + " rules",
                    String.valueOf(rules.size()),
                    "split the file");
        }
        rules.stream().limit(MAX_RULES).forEach(this::rule);
        allowlists(file).forEach(this::globalAllowlist);
        file.nothingElse();
    }

    static GitleaksFile parse(String name, String text, List<Objection> objections) {
        JsonNode root = JsonNodeFactory.instance.objectNode();
        try {
            root = TOML.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            Location where = place == null
                    ? Location.of(name)
                    : new Location(name, Math.max(0, place.getLineNr()), Math.max(0, place.getColumnNr()));
            objections.add(Objection.of("bad-toml", "the file", "TOML 1.0", Excerpt.of(e.getOriginalMessage()), "")
                    .at(where));
        }
        JsonNode table = root.isObject() ? root : JsonNodeFactory.instance.objectNode();
        return new GitleaksFile(new TomlTable(table, "", name, new TomlPlaces(text), objections));
    }

    private void checkExtension(TomlTable extend) {
        boolean builtIn = extend.flag("useDefault");
        extend.unsupported("url", "copy the file, and name its path");
        if (builtIn && !extendPath.isEmpty()) {
            extend.object("useDefault", "contradiction", "one of path and useDefault", "both", "");
        }
        if (builtIn && !disabled.isEmpty()) {
            extend.object(
                    "disabledRules",
                    "unsupported",
                    "",
                    "rules of gitleaks itself, in whose place the built-in catalogue stands",
                    "accept single findings in the sync rule");
        }
        extend.nothingElse();
    }

    private void rule(TomlTable rule) {
        String id = rule.text("id").strip();
        if (id.isEmpty()) {
            rule.object("id", "missing", "an id", "none", "");
        } else if (drafts.containsKey(id)) {
            rule.object("id", "duplicate", "an id of its own", Excerpt.quoted(id), "");
        }
        rule.texts("tags");
        rule.unsupported("required", "write one rule whose regex holds both parts");
        rule.unsupported("skipReport", "remove the rule");
        double group = rule.number("secretGroup");
        GitleaksDraft draft = new GitleaksDraft(
                rule,
                Excerpt.of(id),
                Excerpt.of(rule.text("description")),
                rule.pattern("regex"),
                rule.pattern("path"),
                (int) Math.min(group, Integer.MAX_VALUE),
                rule.number("entropy"),
                rule.texts("keywords").stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList(),
                allowlists(rule).stream().map(GitleaksFile::ruleAllowlist).toList());
        rule.nothingElse();
        drafts.put(id, draft);
    }

    private static List<TomlTable> allowlists(TomlTable table) {
        List<TomlTable> lists = new ArrayList<>(table.tables("allowlists"));
        List<TomlTable> old = table.table("allowlist").stream().toList();
        if (!lists.isEmpty() && !old.isEmpty()) {
            table.object("allowlist", "contradiction", "one of allowlist and allowlists", "both", "write allowlists");
        }
        lists.addAll(old);
        return lists;
    }

    private static GitleaksAllowlist ruleAllowlist(TomlTable list) {
        GitleaksAllowlist read = allowlist(list);
        list.nothingElse();
        return read;
    }

    private static GitleaksAllowlist allowlist(TomlTable list) {
        list.text("description");
        String condition = list.text("condition").toUpperCase(Locale.ROOT);
        if (!List.of("", "OR", "||", "AND", "&&").contains(condition)) {
            list.object("condition", "wrong-value", "OR or AND", Excerpt.quoted(condition), "");
        }
        String target = list.text("regexTarget");
        if (!List.of("", "secret", "match", "line").contains(target)) {
            list.object("regexTarget", "wrong-value", "secret, match or line", Excerpt.quoted(target), "");
        }
        GitleaksAllowlist read = new GitleaksAllowlist(
                condition.equals("AND") || condition.equals("&&"),
                !list.texts("commits").isEmpty(),
                list.patterns("paths"),
                list.patterns("regexes"),
                target.equals("line")
                        ? GitleaksAllowlist.Target.LINE
                        : target.equals("match") ? GitleaksAllowlist.Target.MATCH : GitleaksAllowlist.Target.SECRET,
                list.texts("stopwords").stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
        if (!list.has("commits") && !list.has("paths") && !list.has("regexes") && !list.has("stopwords")) {
            list.object("", "missing", "one of commits, paths, regexes and stopwords", "none", "");
        }
        return read;
    }

    private void globalAllowlist(TomlTable list) {
        GitleaksAllowlist read = allowlist(list);
        List<String> targets = list.texts("targetRules");
        list.nothingElse();
        if (targets.isEmpty()) {
            forAll.add(read);
        } else {
            targeted.add(new Targeted(list, targets, read));
        }
    }

    /** The path of the file that this one extends; empty if it extends none. */
    String extendPath() {
        return extendPath;
    }

    Map<String, GitleaksDraft> rules() {
        return allowed(drafts);
    }

    /** The rules of the extended file but for the disabled ones, changed by and followed by the rules of this one. */
    Map<String, GitleaksDraft> over(Map<String, GitleaksDraft> base) {
        Map<String, GitleaksDraft> joined = new LinkedHashMap<>(base);
        disabled.forEach(joined::remove);
        drafts.forEach((id, draft) -> {
            GitleaksDraft below = joined.get(id);
            joined.put(id, below == null ? draft : draft.over(below));
        });
        return allowed(joined);
    }

    private Map<String, GitleaksDraft> allowed(Map<String, GitleaksDraft> rules) {
        Map<String, GitleaksDraft> allowed = new LinkedHashMap<>(rules);
        allowed.replaceAll((id, draft) -> draft.allowing(forAll));
        targeted.forEach(it -> it.apply(allowed));
        return allowed;
    }

    /** An exception for rules of this file or of the one that it extends. */
    private record Targeted(TomlTable table, List<String> ids, GitleaksAllowlist allowlist) {
        void apply(Map<String, GitleaksDraft> rules) {
            for (String id : ids) {
                if (rules.computeIfPresent(id, (any, draft) -> draft.allowing(List.of(allowlist))) == null) {
                    String question = NearestName.question(id, rules.keySet());
                    table.object("targetRules", "no-such-rule", "a rule of the file", Excerpt.quoted(id), question);
                }
            }
        }
    }
}
