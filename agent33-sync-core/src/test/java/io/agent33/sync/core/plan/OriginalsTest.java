package io.agent33.sync.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.tree.BlobIds;
import io.agent33.sync.core.tree.ContentHash;
import io.agent33.sync.core.tree.Original;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read of the upstream once a run, for the checksum (S7). */
class OriginalsTest {
    private final Map<ObjectId, byte[]> contents = new HashMap<>();
    private int opened;

    private ObjectId blob(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ObjectId id = BlobIds.of(content);
        contents.put(id, content);
        return id;
    }

    private final BlobSource blobs = new BlobSource() {
        @Override
        public InputStream open(ObjectId blob) {
            opened++;
            return new ByteArrayInputStream(contents.get(blob));
        }

        @Override
        public long size(ObjectId blob) {
            return contents.get(blob).length;
        }

        @Override
        public boolean contains(ObjectId blob) {
            return contents.containsKey(blob);
        }
    };

    private Originals originals(long room) {
        Class<UpstreamRepository> port = UpstreamRepository.class;
        return new Originals(
                port.cast(Proxy.newProxyInstance(
                        port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> blobs)),
                room);
    }

    @Test
    void aBlobIsReadOnce() {
        ObjectId id = blob("text");
        Originals originals = originals(100);

        assertThat(originals.of(id)).isPresent().isEqualTo(originals.of(id));
        assertThat(originals.sha256(id))
                .isEqualTo(ContentHash.of(contents.get(id)).sha256());
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void whatTheUpstreamHasNotHasNoOriginal() {
        assertThat(originals(100).of(BlobIds.of(new byte[0]))).isEmpty();
    }

    @Test
    void whatLiesUnderAnotherNameKeepsItsOwn() {
        ObjectId id = blob("text");
        byte[] other = "other".getBytes(StandardCharsets.UTF_8);
        contents.put(id, other);

        assertThat(originals(100).of(id).map(Original::git)).contains(BlobIds.of(other));
        assertThat(originals(0).of(id).map(Original::git)).contains(BlobIds.of(other));
    }

    @Test
    void whatHasNoRoomIsHashed() {
        ObjectId small = blob("1");
        ObjectId large = blob("1234567");
        ObjectId last = blob("12");
        Originals originals = originals(3);

        assertThat(originals.of(small).flatMap(Original::content)).isPresent();
        assertThat(originals.of(large).flatMap(Original::content)).isEmpty();
        assertThat(originals.of(large).map(Original::git)).isEqualTo(Optional.of(large));
        assertThat(originals.of(last).flatMap(Original::content)).isPresent();
    }
}
