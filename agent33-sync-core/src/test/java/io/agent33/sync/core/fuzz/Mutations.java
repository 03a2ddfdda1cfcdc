package io.agent33.sync.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small changes of bytes: some blind, some with pieces that mean something to parsers. */
final class Mutations {
    private static final byte[] INTERESTING = "\n\r\t :-?[]{},#&*!|>'\"%@`\\/~<.0n\u0000\u007f".getBytes(UTF_8);

    private static final List<String> PIECES = List.of(
            "\uFEFF",
            "\u2028",
            "\u202e",
            "😀",
            "e\u0301",
            "ß",
            "\r\n",
            "\n\n",
            "\t",
            "\"",
            "'",
            "\\u0000",
            "\\ud800",
            "\\",
            "null",
            "true",
            "-1",
            "99999999999999999999",
            "1e999",
            "..",
            "/../",
            "//",
            ".git",
            "con.",
            "a");

    private final Random random;
    private final List<String> pieces;

    /** @param pieces what means something to the parser at hand */
    Mutations(Random random, List<String> pieces) {
        this.random = random;
        this.pieces = pieces;
    }

    /** One to six changes, one of which may join two samples. */
    byte[] of(byte[] sample, byte[] other) {
        byte[] mutant = random.nextInt(10) == 0 ? spliced(sample, other) : sample;
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            mutant = changed(mutant);
        }
        return mutant;
    }

    private byte[] spliced(byte[] sample, byte[] other) {
        return joined(sample, within(sample), other, 0, other.length, within(sample));
    }

    private int within(byte[] bytes) {
        return random.nextInt(bytes.length + 1);
    }

    private byte[] changed(byte[] bytes) {
        int at = within(bytes);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
        return switch (random.nextInt(9)) {
            case 0 -> put(bytes, at, INTERESTING[random.nextInt(INTERESTING.length)], at);
            case 1 -> put(bytes, at, INTERESTING[random.nextInt(INTERESTING.length)], Math.min(at + 1, bytes.length));
            case 2 -> joined(bytes, at, bytes, 0, 0, to);
            case 3 -> repeated(bytes, at, to);
            case 4 -> piece(bytes, at, PIECES);
            case 5 -> piece(bytes, at, pieces);
            case 6 -> put(bytes, at, (byte) random.nextInt(256), at);
            case 7 -> flipped(bytes);
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : lineTwice(bytes, at);
        };
    }

    private byte[] repeated(byte[] bytes, int at, int to) {
        byte[] mutant = bytes;
        for (int times = random.nextInt(20) == 0 ? 200 : 1; times > 0; times--) {
            mutant = joined(mutant, at, bytes, at, to, at);
        }
        return mutant;
    }

    private byte[] piece(byte[] bytes, int at, List<String> from) {
        byte[] piece = from.get(random.nextInt(from.size())).getBytes(UTF_8);
        return joined(bytes, at, piece, 0, piece.length, at);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] mutant = bytes.clone();
        if (mutant.length > 0) {
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }

    private static byte[] lineTwice(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return joined(bytes, start, bytes, start, Math.min(end + 1, bytes.length), start);
    }

    private static byte[] put(byte[] bytes, int end, byte one, int start) {
        return joined(bytes, end, new byte[] {one}, 0, 1, start);
    }

    /** The head of bytes up to an end, then the middle of others, then the tail of bytes from a start. */
    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from, int to, int start) {
        byte[] all = Arrays.copyOf(bytes, end + to - from + bytes.length - start);
        System.arraycopy(middle, from, all, end, to - from);
        System.arraycopy(bytes, start, all, end + to - from, bytes.length - start);
        return all;
    }
}
