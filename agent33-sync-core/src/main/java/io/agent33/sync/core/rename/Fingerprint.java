package io.agent33.sync.core.rename;

import java.util.Arrays;

/**
 * Which lines a text holds, and how often, as git's rename detection sees them: a piece ends with a line, or after 64 bytes
 * of it, and a carriage return before the line's end does not count. A piece is one number, its FNV-1a
 * hash and its length, so that a text takes eight bytes a line.
 */
final class Fingerprint {
    /** A score of texts with the same lines. */
    static final int ALL = 10_000;

    private static final int LONGEST_PIECE = 64;
    /** A number ends with its piece's length. */
    private static final long LENGTH_MASK = 0x7F;

    private static final int MOST_WORDS_OF_BITS = 64;

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] pieces;
    private final long size;
    /** One for each piece, about 16 times as many as pieces while these are few; two pieces may share one. */
    private final long[] bits;

    private Fingerprint(long[] pieces) {
        this.pieces = pieces;
        this.size = Arrays.stream(pieces).map(Fingerprint::length).sum();
        this.bits = new long[Math.min(MOST_WORDS_OF_BITS, Integer.highestOneBit(pieces.length / 4 + 1))];
        for (long piece : pieces) {
            bits[word(piece)] |= 1L << bit(piece);
        }
    }

    static Fingerprint of(byte[] text) {
        long[] pieces = new long[mostPieces(text)];
        int count = 0;
        long hash = SEED;
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                continue;
            }
            hash = (hash ^ text[i]) * PRIME;
            length++;
            if (text[i] == '\n' || length == LONGEST_PIECE || i + 1 == text.length) {
                pieces[count++] = (hash & ~LENGTH_MASK) | length;
                hash = SEED;
                length = 0;
            }
        }
        long[] found = Arrays.copyOf(pieces, count);
        Arrays.sort(found);
        return new Fingerprint(found);
    }

    private static int mostPieces(byte[] text) {
        int lines = 0;
        for (byte b : text) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines + text.length / LONGEST_PIECE + 1;
    }

    /** How many pieces it holds, which is what it weighs. */
    int pieces() {
        return pieces.length;
    }

    /** The bytes of the pieces that both hold, as a share of the longer text, from 0 to {@link #ALL}, rounded down. */
    int score(Fingerprint other) {
        long longer = Math.max(size, other.size);
        return longer == 0 ? 0 : (int) (common(other) * ALL / longer);
    }

    /**
     * Whether there may be such a score, told in a fraction of the time: by the lengths, and by the bits of the other's
     * pieces. It errs on one side only.
     */
    boolean mayScore(Fingerprint other, int score) {
        long needed = score * Math.max(size, other.size);
        return Math.min(size, other.size) * ALL >= needed && most(other) * ALL >= needed;
    }

    private long most(Fingerprint other) {
        long most = 0;
        for (long piece : pieces) {
            most += ((other.bits[other.word(piece)] >>> bit(piece)) & 1) * length(piece);
        }
        return most;
    }

    private int word(long piece) {
        return (int) (piece >>> 38) & (bits.length - 1);
    }

    /** A shift looks at the last six bits of it alone. */
    private static int bit(long piece) {
        return (int) (piece >>> 32);
    }

    private long common(Fingerprint other) {
        long common = 0;
        for (int i = 0, j = 0; i < pieces.length && j < other.pieces.length; ) {
            int order = Long.compare(pieces[i], other.pieces[j]);
            if (order == 0) {
                common += length(pieces[i]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static long length(long piece) {
        return piece & LENGTH_MASK;
    }
}
