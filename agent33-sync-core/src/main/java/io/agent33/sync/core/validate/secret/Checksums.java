package io.agent33.sync.core.validate.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.zip.CRC32;

/** Checksums that vendors build into their tokens, so that a scanner need not guess. */
final class Checksums {
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE_62_LENGTH = 6;
    private static final int HEX_LENGTH = 8;

    private Checksums() {}

    /** GitHub's and npm's: after the underscore, all but the last six characters, and their CRC32 in base 62. */
    static boolean base62(String token) {
        String body = token.substring(token.indexOf('_') + 1);
        int at = body.length() - BASE_62_LENGTH;
        return at > 0 && crc32(body.substring(0, at)) == base62Value(body.substring(at));
    }

    /** Atlassian's: the last eight characters are the CRC32 of all before them, in hexadecimal digits. */
    static boolean hex(String token) {
        int at = token.length() - HEX_LENGTH;
        return at > 0 && crc32(token.substring(0, at)) == Long.parseLong(token.substring(at), 16);
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return crc.getValue();
    }

    private static long base62Value(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * BASE_62.length() + BASE_62.indexOf(digits.charAt(i));
        }
        return value;
    }
}
