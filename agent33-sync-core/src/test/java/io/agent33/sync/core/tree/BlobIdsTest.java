package io.agent33.sync.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BlobIdsTest {
    @Test
    void idsAreGits() {
        assertThat(BlobIds.of(new byte[0])).hasToString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assertThat(BlobIds.of("hello\n".getBytes(StandardCharsets.UTF_8)))
                .hasToString("ce013625030ba8dba906f756967f9e9ca394464a");
    }
}
