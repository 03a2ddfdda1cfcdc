package io.agent33.sync.core.validate.secret;

import java.util.List;

/**
 * Private keys in text: PEM (RFC 7468, also encrypted), OpenSSH, PGP, PuTTY and age. A header alone, as documentation shows
 * it, is none: key material must follow.
 */
final class PrivateKeys implements Detector {
    private static final String REMEDY = "Replace the key wherever it is trusted, and remove it from the text.";
    private static final Kind PEM = new Kind("private-key", Category.CREDENTIAL, "private key", 0, REMEDY);
    private static final Kind GOOGLE = new Kind(
            "gcp-service-account",
            Category.CREDENTIAL,
            "Google service account key",
            0,
            "Delete the key of the service account, and remove it from the text.");
    private static final Kind PUTTY =
            new Kind("putty-private-key", Category.CREDENTIAL, "PuTTY private key", 0, REMEDY);
    private static final Kind AGE = new Kind("age-secret-key", Category.CREDENTIAL, "age secret key", 0, REMEDY);
    private static final String PUTTY_LINES = "Private-Lines:";
    private static final String AGE_START = "AGE-SECRET-KEY-1";
    private static final String BECH_32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    private static final int AGE_LENGTH = 58;
    private static final int GOOGLE_REACH = 1_000;
    private static final int MAX_LABEL = 40;
    private static final int MAX_KEY = 32_000;
    private static final int MIN_MATERIAL = 40;
    private static final double MIN_ENTROPY = 3.5;

    @Override
    public List<String> keywords() {
        return List.of("-----BEGIN ", PUTTY_LINES, AGE_START);
    }

    @Override
    public void look(String text, int at, Found found) {
        if (text.startsWith("-----BEGIN ", at)) {
            pem(text, at, found);
        } else if (text.startsWith(PUTTY_LINES, at)) {
            putty(text, at, found);
        } else if (text.startsWith(AGE_START, at)) {
            age(text, at, found);
        }
    }

    private static void pem(String text, int at, Found found) {
        int label = at + "-----BEGIN ".length();
        int dashes = indexWithin(text, "-----", label, MAX_LABEL);
        if (dashes < 0 || !isPrivate(text.substring(label, dashes))) {
            return;
        }
        int body = dashes + "-----".length();
        int end = indexWithin(text, "-----", body, MAX_KEY);
        int stop = end < 0 ? Math.min(text.length(), body + MAX_KEY) : end;
        if (hasMaterial(text, body, stop)) {
            found.add(isOfGoogle(text, at) ? GOOGLE : PEM, at, stop);
        }
    }

    /** Whether it stands in a JSON object of Google's for a service account. */
    private static boolean isOfGoogle(String text, int at) {
        return text.substring(Math.max(0, at - GOOGLE_REACH), at).contains("\"service_account\"");
    }

    private static boolean isPrivate(String label) {
        return label.endsWith("PRIVATE KEY") || label.equals("PGP PRIVATE KEY BLOCK");
    }

    /** Where a text stands next, -1 if it is further away than so many characters. */
    private static int indexWithin(String text, String wanted, int from, int most) {
        int last = Math.min(text.length() - wanted.length(), from + most);
        for (int i = from; i <= last; i++) {
            if (text.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a long run of base 64 is there, over line ends and indentation, line ends written as such or as {@code \n}. */
    private static boolean hasMaterial(String text, int from, int to) {
        StringBuilder run = new StringBuilder();
        boolean lineStart = false;
        for (int i = from; i < to && run.length() < MIN_MATERIAL; i++) {
            char c = text.charAt(i);
            if (Chars.isAlphanumeric(c) || c == '+' || c == '/' || c == '=') {
                run.append(c);
                lineStart = false;
            } else if (c == '\n' || c == '\r' || (c == '\\' && i + 1 < to)) {
                i += c == '\\' ? 1 : 0;
                lineStart = true;
            } else if (!lineStart || ">#* \t\"',".indexOf(c) < 0) {
                run.setLength(0);
            }
        }
        return run.length() >= MIN_MATERIAL && Entropy.of(run.toString()) >= MIN_ENTROPY;
    }

    /** From the lines of the key, which alone are secret. */
    private static void putty(String text, int at, Found found) {
        int lines = at + PUTTY_LINES.length();
        int end = indexWithin(text, "Private-", lines, MAX_KEY);
        int stop = end < 0 ? Math.min(text.length(), lines + MAX_KEY) : end;
        int body = indexWithin(text, "\n", lines, MAX_LABEL) + 1;
        if (body > 0 && body < stop && hasMaterial(text, body, stop)) {
            found.add(PUTTY, at, stop);
        }
    }

    private static void age(String text, int at, Found found) {
        int end = at + AGE_START.length();
        while (end < text.length() && BECH_32.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int body = end - at - AGE_START.length();
        if (body == AGE_LENGTH && Entropy.of(text.substring(end - body, end)) >= 3.0) {
            found.add(AGE, at, end);
        }
    }
}
