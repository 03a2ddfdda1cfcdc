package io.agent33.sync.core.validate.secret;

import java.util.List;
import java.util.Locale;

/**
 * What is assigned to a name such as {@code password}, {@code secret}, {@code token} or {@code api_key}, in any language, if
 * it looks random. Names of other things about a secret ({@code token_url}, {@code password_hash}) are left alone.
 */
final class Assignments implements Detector {
    private static final Kind KIND = new Kind(
            "secret-assignment",
            Category.CREDENTIAL,
            "value that looks like a secret",
            0,
            "Revoke it, and let the value be read from the environment; if it is none, accept it with a reason.");
    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "api_key",
            "apikey",
            "api-key",
            "access_key",
            "accesskey",
            "access-key",
            "private_key",
            "privatekey",
            "auth_key",
            "credential");
    private static final List<String> OTHER_THINGS = List.of(
            "hash",
            "sha1",
            "sha256",
            "digest",
            "checksum",
            "fingerprint",
            "_id",
            "-id",
            "url",
            "uri",
            "path",
            "file",
            "name",
            "type",
            "version",
            "expir",
            "ttl",
            "length",
            "limit",
            "count",
            "public",
            "arn");
    private static final int MAX_NAME = 40;
    private static final int MIN_VALUE = 8;
    private static final int MAX_VALUE = 512;
    private static final int MAX_PASSWORD = 64;

    @Override
    public List<String> keywords() {
        return NAMES;
    }

    @Override
    public void look(String text, int at, Found found) {
        int nameEnd = nameEnd(text, at);
        int value = nameEnd - at > MAX_NAME ? -1 : valueStart(text, nameEnd);
        if (value < 0 || at < found.tried()) {
            return;
        }
        char quote = Chars.at(text, value - 1);
        int end = valueEnd(text, value, isQuote(quote) ? quote : 0);
        if (end - value > MAX_VALUE) {
            found.tried(end);
        } else if (end - value >= MIN_VALUE) {
            String name = text.substring(at, nameEnd).toLowerCase(Locale.ROOT);
            if (OTHER_THINGS.stream().noneMatch(name::contains)
                    && isSecret(name, text.substring(value, end), isQuote(quote))) {
                found.add(KIND, value, end);
            }
        }
    }

    private static int nameEnd(String text, int at) {
        int end = at;
        while (end - at <= MAX_NAME && isOfName(Chars.at(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return Chars.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** Behind {@code =}, {@code :}, {@code :=} or {@code =>} and a quotation mark, if one is there; -1 if nothing is assigned. */
    private static int valueStart(String text, int nameEnd) {
        int i = skip(text, nameEnd, "\"'`*])\\", 4);
        i = skip(text, i, " \t", 4);
        int operator = i;
        i = skip(text, i, ":=>", 2);
        if (i == operator || Chars.at(text, operator) == '>') {
            return -1;
        }
        i = skip(text, i, "* \t\\", 4);
        return isQuote(Chars.at(text, i)) ? i + 1 : i;
    }

    private static int skip(String text, int from, String skipped, int most) {
        int i = from;
        while (i - from < most && i < text.length() && skipped.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int valueEnd(String text, int from, char quote) {
        int end = from;
        while (end < text.length() && end - from <= MAX_VALUE) {
            char c = text.charAt(end);
            if (c <= ' ' || c == quote || c == '\\' || (quote == 0 && "\"'`,;)}]>|&".indexOf(c) >= 0)) {
                break;
            }
            end++;
        }
        return quote != 0 && Chars.at(text, end) != quote && Chars.at(text, end) != '\\' ? from : end;
    }

    private static boolean isSecret(String name, String value, boolean quoted) {
        if (Placeholders.isOne(value) || value.contains("://") || value.contains("(") || value.contains("}")) {
            return false;
        }
        boolean password = name.startsWith("pass") || name.startsWith("pwd");
        boolean plain = quoted || value.chars().noneMatch(c -> c == '.' || c == '[');
        return Entropy.isRandom(value)
                || (password && plain && value.length() <= MAX_PASSWORD && Entropy.isStrongPassword(value));
    }
}
