package io.agent33.sync.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link BlobSource} owes. */
interface BlobContract extends ReadingContract {
    @Test
    default void contentIsReadByteForByte() {
        byte[] content = new byte[300_000];
        new Random(33).nextBytes(content);
        RepositoryFixture fixture = RepositoryFixture.of(
                git -> git.commit("binary").file("data.bin", content).file("empty", ""));

        look(fixture, view -> {
            ObjectId data = view.tree().find("data.bin").map(TreeEntry::id).orElseThrow();
            assertThat(bytes(view.blobs(), data)).isEqualTo(content);
            assertThat(view.blobs().size(data)).isEqualTo(content.length);
            assertThat(bytes(view.blobs(), Samples.EMPTY_FILE)).isEmpty();
            assertThat(view.blobs().size(Samples.EMPTY_FILE)).isZero();
        });
    }

    @Test
    default void aSymbolicLinksBlobHoldsItsTarget() {
        look(Samples.everyMode(), view -> {
            assertThat(view.tree().find("docs/link")).isPresent();
            assertThat(bytes(view.blobs(), Samples.LINK)).asString().isEqualTo("../README.md");
        });
    }

    @Test
    default void aBlobThatIsNotThereIsAFailure() {
        look(Samples.everyMode(), view -> {
            assertThat(view.head()).isEqualTo(Samples.FIRST);
            assertThat(view.blobs().contains(Samples.UNKNOWN)).isFalse();
            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(() -> view.blobs().open(Samples.UNKNOWN).close());
            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(() -> view.blobs().size(Samples.UNKNOWN));
        });
    }

    @Test
    default void blobsAreReadByManyThreads() {
        RepositoryFixture fixture = RepositoryFixture.of(git -> {
            var commit = git.commit("many");
            IntStream.range(0, 50).forEach(i -> commit.file("f" + i, "content " + i));
        });

        look(fixture, view -> {
            var entries = view.tree().children("");
            BlobSource blobs = view.blobs();
            assertThat(entries.stream().parallel().map(entry -> new String(bytes(blobs, entry.id()), UTF_8)))
                    .containsExactlyInAnyOrderElementsOf(entries.stream()
                            .map(entry -> "content " + entry.path().substring(1))
                            .toList());
        });
    }

    private static byte[] bytes(BlobSource blobs, ObjectId blob) {
        try (InputStream in = blobs.open(blob)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
