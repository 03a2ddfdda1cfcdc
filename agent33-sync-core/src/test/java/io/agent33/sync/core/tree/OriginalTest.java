package io.agent33.sync.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies against their original, whether its bytes are held or its hashes alone. */
class OriginalTest {
    private static final byte[] CONTENT = content();
    private static final ObjectId ID = BlobIds.of(CONTENT);

    private static byte[] content() {
        byte[] content = new byte[20_000];
        new Random(1).nextBytes(content);
        return content;
    }

    private static BlobSource holding(byte[] content) {
        return new BlobSource() {
            @Override
            public InputStream open(ObjectId blob) {
                return new ByteArrayInputStream(content);
            }

            @Override
            public long size(ObjectId blob) {
                return content.length;
            }

            @Override
            public boolean contains(ObjectId blob) {
                return true;
            }
        };
    }

    static List<Original> originals() {
        return List.of(Original.held(CONTENT), Original.hashed(ContentHash.of(CONTENT)));
    }

    private static Stream<byte[]> others() {
        byte[] first = CONTENT.clone();
        first[0] ^= 1;
        byte[] last = CONTENT.clone();
        last[CONTENT.length - 1] ^= 1;
        byte[] beyondTheFirstBuffer = CONTENT.clone();
        beyondTheFirstBuffer[8192] ^= 1;
        return Stream.of(
                first,
                last,
                beyondTheFirstBuffer,
                new byte[0],
                Arrays.copyOf(CONTENT, CONTENT.length - 1),
                Arrays.copyOf(CONTENT, CONTENT.length + 1),
                Arrays.copyOf(CONTENT, 2 * CONTENT.length));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void aCopyHasTheSameBytes(Original original) {
        assertThat(original.isCopiedTo(holding(CONTENT), ID)).isTrue();
        assertThat(others()).noneMatch(other -> original.isCopiedTo(holding(other), ID));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void itIsWhatItsBytesSay(Original original) {
        assertThat(original.git()).isEqualTo(ID);
        assertThat(original.sha256().get()).isEqualTo(ContentHash.of(CONTENT).sha256());
    }
}
