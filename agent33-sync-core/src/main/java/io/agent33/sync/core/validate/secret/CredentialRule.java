package io.agent33.sync.core.validate.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * An entry of the catalogue: a credential by the form that its vendor publishes. The pattern is tried where a keyword stands
 * and must begin there; its first group, if it has one, is the secret. Immutable; so is each form on the way to it.
 *
 * @param kind what is said of a match
 * @param form the vendor's documented form, in words
 * @param keywords what the pattern begins with
 * @param pattern what a match looks like
 * @param beginning where a match begins that has a keyword at a place
 * @param reach how long a match may be; longer than the pattern's longest
 * @param genuine what a match must be beyond its form
 * @param company what must stand shortly before a match, on the same line; empty if it stands alone
 */
record CredentialRule(
        Kind kind,
        String form,
        List<String> keywords,
        Pattern pattern,
        Beginning beginning,
        int reach,
        Predicate<String> genuine,
        String company)
        implements Detector {
    private static final int REACH = 320;
    private static final int COMPANY = 500;
    private static final double MIN_ENTROPY = 3.0;
    private static final int MAX_SHOWN = 8;

    /** Where a match begins. */
    @FunctionalInterface
    interface Beginning {
        /** -1 if nothing can begin there. */
        int of(String text, int keyword);

        private static int atKeyword(String text, int keyword) {
            boolean word = Chars.isAlphanumeric(text.charAt(keyword));
            return !word || Chars.startsWord(text, keyword) ? keyword : -1;
        }

        /** So many characters before the keyword. */
        static Beginning before(int characters) {
            return (text, keyword) -> keyword < characters ? -1 : keyword - characters;
        }

        /** At the digits before the keyword, which are no more than so many. */
        static Beginning digitsBefore(int most) {
            return (text, keyword) -> {
                int start = keyword;
                while (keyword - start <= most && Chars.isDigit(Chars.at(text, start - 1))) {
                    start--;
                }
                return keyword - start > most ? -1 : start;
            };
        }
    }

    /** A rule of the usual kind: not a placeholder, not a row of the same few characters. */
    static CredentialRule of(String id, String title, String form, String pattern, String... keywords) {
        // Without \A the engine would read on to the end of the text after the last chance of a match is gone.
        Pattern compiled = Pattern.compile("\\A(?:" + pattern + ")");
        int shortest = List.of(keywords).stream().mapToInt(String::length).min().orElse(0);
        int shown = compiled.groupCount() == 0 ? Math.min(shortest, MAX_SHOWN) : 0;
        String remedy = "Revoke it where it was issued, and remove it from the text.";
        Kind kind = new Kind(id, Category.CREDENTIAL, title, shown, remedy);
        return new CredentialRule(
                kind, form, List.of(keywords), compiled, Beginning::atKeyword, REACH, CredentialRule::isPlausible, "");
    }

    private static boolean isPlausible(String secret) {
        return Entropy.of(secret) >= MIN_ENTROPY && !Placeholders.isOne(secret);
    }

    CredentialRule remedy(String remedy) {
        Kind said = new Kind(kind.id(), kind.category(), kind.title(), kind.shown(), remedy);
        return new CredentialRule(said, form, keywords, pattern, beginning, reach, genuine, company);
    }

    /** Asks this in place of the usual question. */
    CredentialRule genuine(Predicate<String> question) {
        return new CredentialRule(kind, form, keywords, pattern, beginning, reach, question, company);
    }

    /** The match begins before the keyword; nothing of it is shown. */
    CredentialRule beginning(Beginning other) {
        Kind hidden = new Kind(kind.id(), kind.category(), kind.title(), 0, kind.remedy());
        return new CredentialRule(hidden, form, keywords, pattern, other, reach, genuine, company);
    }

    CredentialRule reach(int characters) {
        return new CredentialRule(kind, form, keywords, pattern, beginning, characters, genuine, company);
    }

    /** Something must stand up to 500 characters before a match, on the same line. */
    CredentialRule behind(String other) {
        return new CredentialRule(kind, form, keywords, pattern, beginning, reach, genuine, other);
    }

    /**
     * A run of letters, digits, hyphens and underscores is tried once, however often the keyword stands in it: else a run of
     * keywords would be read again from each of them.
     */
    @Override
    public void look(String text, int at, Found found) {
        int start = beginning.of(text, at);
        if (start < 0 || start < found.tried()) {
            return;
        }
        found.tried(runEnd(text, start));
        Matcher matcher = pattern.matcher(text.substring(start, Math.min(text.length(), at + reach)));
        if (!matcher.lookingAt() || !ends(text, start + matcher.end())) {
            return;
        }
        int group = matcher.groupCount() > 0 ? 1 : 0;
        if (genuine.test(matcher.group(group)) && hasCompany(text, start)) {
            found.add(kind, start + matcher.start(group), start + matcher.end(group));
        }
    }

    private int runEnd(String text, int start) {
        int end = start;
        while (end - start < reach
                && (Chars.isAlphanumeric(Chars.at(text, end)) || "_-".indexOf(Chars.at(text, end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean ends(String text, int end) {
        return !Chars.isAlphanumeric(text.charAt(end - 1)) || Chars.endsWord(text, end);
    }

    private boolean hasCompany(String text, int start) {
        String before = text.substring(Math.max(0, start - COMPANY), start).toLowerCase(Locale.ROOT);
        return before.indexOf(company, before.lastIndexOf('\n') + 1) >= 0;
    }
}
