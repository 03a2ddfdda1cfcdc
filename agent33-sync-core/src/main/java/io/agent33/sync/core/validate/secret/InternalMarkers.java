package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What says that a text is not for others (S7): phrases anywhere in it, and keys of its front matter. Immutable. */
public final class InternalMarkers {
    private static final Set<String> REFUSALS = Set.of("false", "no", "off", "0", "null", "~", "");
    private static final Kind PHRASE = new Kind(
            "internal-marker",
            Category.INTERNAL,
            "marker of internal content",
            0,
            "Leave the file out of the rule, or remove the passage with its marker.");
    private static final Kind FRONT_MATTER = new Kind(
            "internal-front-matter",
            Category.INTERNAL,
            "front matter of internal content",
            0,
            "Leave the file out of the rule, or change its front matter.");

    private final List<String> phrases;
    private final Map<String, Set<String>> keys;

    private InternalMarkers(List<String> phrases, Map<String, Set<String>> keys) {
        this.phrases = List.copyOf(phrases);
        this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Nothing says so. */
    public static InternalMarkers none() {
        return new InternalMarkers(List.of(), Map.of());
    }

    /**
     * The phrases {@code INTERNAL ONLY}, {@code INTERNAL USE ONLY}, {@code DO NOT DISTRIBUTE}, {@code NOT FOR DISTRIBUTION},
     * {@code COMPANY CONFIDENTIAL}, {@code STRICTLY CONFIDENTIAL}, {@code internal-only:} and {@code <!-- internal}; the
     * front matter {@code internal}, {@code internal_only}, {@code confidential} and {@code private}, unless refused, and
     * {@code visibility}, {@code audience} and {@code classification} with a value such as {@code internal}.
     */
    public static InternalMarkers defaults() {
        String[] inside = {"internal", "internal-only", "private", "confidential", "restricted", "secret"};
        return none().phrase("INTERNAL ONLY")
                .phrase("INTERNAL USE ONLY")
                .phrase("DO NOT DISTRIBUTE")
                .phrase("NOT FOR DISTRIBUTION")
                .phrase("COMPANY CONFIDENTIAL")
                .phrase("STRICTLY CONFIDENTIAL")
                .phrase("internal-only:")
                .phrase("<!-- internal")
                .frontMatter("internal")
                .frontMatter("internal_only")
                .frontMatter("confidential")
                .frontMatter("private")
                .frontMatter("visibility", inside)
                .frontMatter("audience", inside)
                .frontMatter("classification", inside);
    }

    /** These, and a phrase: found in this very case, on its own and not within a word. */
    public InternalMarkers phrase(String phrase) {
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("a marker is blank; name a phrase");
        }
        List<String> more = new ArrayList<>(phrases);
        more.add(phrase);
        return new InternalMarkers(more, keys);
    }

    /**
     * These, and a key at the left edge of front matter, in any case; its values may be a list.
     *
     * @param values of which the key has one, of any case; none means any but a refusal ({@code false}, {@code no}, nothing)
     */
    public InternalMarkers frontMatter(String key, String... values) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a key of front matter is blank; name one");
        }
        Map<String, Set<String>> more = new LinkedHashMap<>(keys);
        more.put(
                key.toLowerCase(Locale.ROOT),
                List.of(values).stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
        return new InternalMarkers(phrases, more);
    }

    List<Detector> detectors() {
        return phrases.isEmpty() ? List.of() : List.of(new Phrases(phrases));
    }

    void findFrontMatter(String text, Found found) {
        FrontMatterKeys.each(text, (key, value, start, end) -> {
            Set<String> values = keys.get(key);
            if (values != null && (values.isEmpty() ? !REFUSALS.contains(value) : values.contains(value))) {
                found.add(FRONT_MATTER, start, end);
            }
        });
    }

    private record Phrases(List<String> keywords) implements Detector {
        @Override
        public void look(String text, int at, Found found) {
            for (String phrase : keywords) {
                int end = at + phrase.length();
                boolean alone =
                        !Chars.isAlphanumeric(phrase.charAt(0)) || !Chars.isAlphanumeric(Chars.at(text, at - 1));
                boolean ended = !Chars.isAlphanumeric(phrase.charAt(phrase.length() - 1)) || Chars.endsWord(text, end);
                if (text.startsWith(phrase, at) && alone && ended) {
                    found.add(PHRASE, at, end);
                }
            }
        }
    }
}
