package io.agent33.sync.testkit.memory;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import org.junit.jupiter.api.Test;

class MemoryUpstreamTest {
    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");

    @Test
    void releasesAreMadeInOneBreath() {
        upstream.commit("first")
                .file("core/a.md", "one\n")
                .tag("v1.0.0")
                .commit("second")
                .file("core/a.md", "two\n")
                .tag("v1.1.0");

        assertThat(upstream.refs().tags()).extracting(tag -> tag.name()).containsExactly("v1.0.0", "v1.1.0");
        assertThat(upstream.tree(upstream.git().tagged("v1.0.0")), upstream.blobs())
                .hasFile("core/a.md", "one\n");
        assertThat(upstream.tree(upstream.refs().head().commit())).hasFile("core/a.md", "two\n");
    }

    @Test
    void itServesSeveralRuns() {
        upstream.commit("first").tag("v1.0.0");
        upstream.close();

        assertThat(upstream.refs().tags()).hasSize(1);
    }

    @Test
    void addressesAreEscapedAndCanBeMissing() {
        assertThat(upstream.webAddress("v1.0.0", "core/a b#é.md"))
                .hasToString("Optional[https://git.example/agent33/agent33/blob/v1.0.0/core/a%20b%23%C3%A9.md]");
        assertThat(upstream.withoutWebAddress().webAddress("v1.0.0", "core/a.md"))
                .isEmpty();
    }

    @Test
    void failuresComeAndGo() {
        upstream.commit("first");
        upstream.fail(RepositoryException.Reason.UNREACHABLE);
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(upstream::refs)
                .withMessageContaining("agent33/agent33")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.UNREACHABLE));

        assertThat(upstream.recover().refs().head().name()).isEqualTo("main");
    }
}
