package io.agent33.sync.core.validate.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Predicate;

/**
 * An entry of the catalogue: a credential by the form that its vendor publishes. The pattern is tried where a keyword stands
 * and must begin there; its first group, if it has one, is the secret. Immutable; so is each form on the way to it.
 *
 * @param kind what is said of a match
 * @param form the vendor's documented form, in words
 * @param keywords what the pattern begins with
 * @param pattern what a match looks like
 * @param back how far before the keyword a match may begin
 * @param reach how long a match may be; longer than the pattern's longest
 * @param genuine what a match must be beyond its form
 */
record CredentialRule(
        Kind kind, String form, List<String> keywords, Pattern pattern, int back, int reach, Predicate<String> genuine)
        implements Detector {
    private static final int REACH = 320;
    private static final double MIN_ENTROPY = 3.0;
    private static final int MAX_SHOWN = 8;

    /** A rule of the usual kind: not a placeholder, not a row of the same few characters. */
    static CredentialRule of(String id, String title, String form, String pattern, String... keywords) {
        Pattern compiled = Pattern.compile(pattern);
        int shortest = List.of(keywords).stream().mapToInt(String::length).min().orElse(0);
        int shown = compiled.groupCount() == 0 ? Math.min(shortest, MAX_SHOWN) : 0;
        Kind kind = new Kind(
                id, Category.CREDENTIAL, title, shown, "Revoke it where it was issued, and remove it from the text.");
        return new CredentialRule(kind, form, List.of(keywords), compiled, 0, REACH, CredentialRule::isPlausible);
    }

    private static boolean isPlausible(String secret) {
        return Entropy.of(secret) >= MIN_ENTROPY && !Placeholders.isOne(secret);
    }

    CredentialRule remedy(String remedy) {
        Kind said = new Kind(kind.id(), kind.category(), kind.title(), kind.shown(), remedy);
        return new CredentialRule(said, form, keywords, pattern, back, reach, genuine);
    }

    /** Asks this in place of the usual question. */
    CredentialRule genuine(Predicate<String> question) {
        return new CredentialRule(kind, form, keywords, pattern, back, reach, question);
    }

    /** The match begins up to so many characters before the keyword; nothing of it is shown. */
    CredentialRule back(int characters) {
        Kind hidden = new Kind(kind.id(), kind.category(), kind.title(), 0, kind.remedy());
        return new CredentialRule(hidden, form, keywords, pattern, characters, reach, genuine);
    }

    CredentialRule reach(int characters) {
        return new CredentialRule(kind, form, keywords, pattern, back, characters, genuine);
    }

    @Override
    public void look(String text, int at, Found found) {
        if (back == 0 && !begins(text, at)) {
            return;
        }
        int from = Math.max(0, at - back);
        Matcher matcher = pattern.matcher(text.substring(from, Math.min(text.length(), at + reach)));
        boolean matches = back == 0 ? matcher.lookingAt() : matcher.find();
        if (!matches || from + matcher.start() > at || !begins(text, from + matcher.start())) {
            return;
        }
        int group = matcher.groupCount() > 0 ? 1 : 0;
        if (ends(text, from + matcher.end()) && genuine.test(matcher.group(group))) {
            found.add(kind, from + matcher.start(group), from + matcher.end(group));
        }
    }

    private static boolean begins(String text, int start) {
        return !Chars.isAlphanumeric(text.charAt(start)) || Chars.startsWord(text, start);
    }

    private static boolean ends(String text, int end) {
        return !Chars.isAlphanumeric(text.charAt(end - 1)) || Chars.endsWord(text, end);
    }
}
