package io.agent33.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A list of texts in a file, behind the SHA-256 of all of it. What is not exactly as it was written counts as not there.
 */
final class MemoryFile {
    private static final int LARGEST = 16 << 20;
    private static final int DIGEST = 64;

    private final Path file;

    MemoryFile(Path file) {
        this.file = file;
    }

    /** Empty if there is none that is whole. */
    Optional<List<String>> read() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= DIGEST || bytes.length > LARGEST) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(bytes, DIGEST, bytes.length);
            return sha256(body).equals(new String(bytes, 0, DIGEST, UTF_8))
                    ? Optional.of(Witness.parts(new String(body, UTF_8)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** In one step, so that another process reads the one before or this one. */
    void write(List<String> texts) throws IOException {
        byte[] body = encoded(Witness.joined(texts));
        if (body.length + DIGEST > LARGEST) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "new-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                out.write(sha256(body).getBytes(UTF_8));
                out.write(body);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Half of a surrogate pair would come back as something else. */
    private static byte[] encoded(String text) throws CharacterCodingException {
        ByteBuffer buffer = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
