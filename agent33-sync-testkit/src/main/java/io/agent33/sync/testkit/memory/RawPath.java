package io.agent33.sync.testkit.memory;

import java.nio.charset.StandardCharsets;

/**
 * Paths as git holds them: bytes. Here each byte is one character (ISO 8859-1), so that raw paths are map keys and sort
 * as git sorts them.
 */
final class RawPath {
    private RawPath() {}

    static String of(String path) {
        return of(path.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] path) {
        return new String(path, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String rawPath) {
        return rawPath.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As the API shows it: bytes that are not UTF-8 read as U+FFFD. */
    static String shown(String rawPath) {
        return new String(bytes(rawPath), StandardCharsets.UTF_8);
    }
}
