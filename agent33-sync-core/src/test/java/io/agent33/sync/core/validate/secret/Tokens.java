package io.agent33.sync.core.validate.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Makes tokens as vendors document them, from an alphabet and a length and a checksum of its own, so that none that looks
 * alive stands in this repository.
 */
final class Tokens {
    static final String DIGITS = "0123456789";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String UPPER = LOWER.toUpperCase(java.util.Locale.ROOT);
    static final String LETTERS = UPPER + LOWER;
    static final String BASE_62 = DIGITS + UPPER + LOWER;
    static final String URL_64 = BASE_62 + "-_";
    static final String BASE_64 = BASE_62 + "+/";
    static final String HEX = DIGITS + "abcdef";
    static final String BASE_32 = UPPER + "234567";
    static final String BECH_32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

    private final Random random;

    Tokens(long seed) {
        random = new Random(seed);
    }

    /** So many characters, drawn until at least three sorts of them differ enough not to be a row of one. */
    String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** GitHub's: CRC32 of the random part, in base 62 with digits first, six long with zeros in front. */
    String checked62(String prefix) {
        String body = of(BASE_62, 30);
        long crc = crc(body);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            digits.insert(0, BASE_62.charAt((int) (crc % 62)));
            crc /= 62;
        }
        return prefix + body + digits;
    }

    /** Atlassian's: CRC32 of all before, eight hexadecimal digits. */
    static String checkedHex(String body) {
        return body + String.format("%08X", crc(body));
    }

    String jwt() {
        String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
        String payload = "{\"sub\":\"" + of(DIGITS, 10) + "\",\"iat\":1516239022}";
        return url64(header) + "." + url64(payload) + "." + of(URL_64, 43);
    }

    static String url64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines of base 64, as PEM and its kin have them. */
    String lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(of(BASE_64, 64)).append('\n');
        }
        return text.toString();
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
