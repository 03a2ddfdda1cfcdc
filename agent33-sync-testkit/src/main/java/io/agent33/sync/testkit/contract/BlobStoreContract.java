package io.agent33.sync.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link BlobStore} owes beyond a {@link io.agent33.sync.api.repository.BlobSource}. */
interface BlobStoreContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    @Test
    default void contentThatIsPutGetsGitsIdAndIsReadBack() throws IOException {
        try (DownstreamRepository downstream = host(Samples.empty()).open()) {
            BlobStore blobs = downstream.blobs();

            ObjectId hello = put(blobs, "hello\n");

            assertThat(hello).isEqualTo(Samples.HELLO);
            assertThat(put(blobs, "")).isEqualTo(Samples.EMPTY_FILE);
            assertThat(blobs.contains(hello)).isTrue();
            assertThat(blobs.size(hello)).isEqualTo(6);
            try (InputStream content = blobs.open(hello)) {
                assertThat(content.readAllBytes()).asString(UTF_8).isEqualTo("hello\n");
            }
        }
    }

    @Test
    default void whatWasPutIsReadAfterOpeningAgain() throws IOException {
        DownstreamHost host = host(Samples.everyMode());
        ObjectId made;
        try (DownstreamRepository downstream = host.open()) {
            made = put(downstream.blobs(), "made by a plan\n");
        }
        try (DownstreamRepository downstream = host.openAgain()) {
            try (InputStream content = downstream.blobs().open(made)) {
                assertThat(content.readAllBytes()).asString(UTF_8).isEqualTo("made by a plan\n");
            }
        }
    }

    @Test
    default void puttingTheSameContentAgainChangesNothing() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            BlobStore blobs = downstream.blobs();

            assertThat(put(blobs, "hello\n")).isEqualTo(Samples.HELLO);
            assertThat(put(blobs, "hello\n")).isEqualTo(Samples.HELLO);
            assertThat(blobs.size(Samples.HELLO)).isEqualTo(6);
        }
    }

    @Test
    default void contentOfAnyBytesAndSizeIsKept() throws IOException {
        byte[] content = new byte[1 << 20];
        new Random(7).nextBytes(content);
        try (DownstreamRepository downstream = host(Samples.empty()).open()) {
            BlobStore blobs = downstream.blobs();

            ObjectId id = blobs.put(new ByteArrayInputStream(content), content.length);

            assertThat(blobs.size(id)).isEqualTo(content.length);
            try (InputStream in = blobs.open(id)) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    default void contentOfAnotherLengthThanAnnouncedIsRefused() {
        try (DownstreamRepository downstream = host(Samples.empty()).open()) {
            BlobStore blobs = downstream.blobs();

            assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> blobs.put(text("hello\n"), 5));
            assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> blobs.put(text("hello\n"), 7));
            assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> blobs.put(text(""), 1));
            assertThat(blobs.contains(Samples.HELLO)).isFalse();
        }
    }

    @Test
    default void theStreamIsReadToItsEndAndLeftOpen() {
        Watched content = new Watched();
        try (DownstreamRepository downstream = host(Samples.empty()).open()) {
            assertThat(downstream.blobs().put(content, 6)).isEqualTo(Samples.HELLO);
        }

        assertThat(content.available()).isZero();
        assertThat(content.closed).isFalse();
    }

    @Test
    default void nobodyElseSeesABlobThatWasPut() {
        DownstreamHost host = host(Samples.empty());
        try (DownstreamRepository downstream = host.open()) {
            ObjectId id = put(downstream.blobs(), "unseen");

            assertThat(host.object(id)).isEmpty();
        }
    }

    private static ObjectId put(BlobStore blobs, String text) {
        return blobs.put(text(text), text.getBytes(UTF_8).length);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Says {@code hello} and remembers whether it was closed. */
    final class Watched extends ByteArrayInputStream {
        private boolean closed;

        Watched() {
            super("hello\n".getBytes(UTF_8));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
