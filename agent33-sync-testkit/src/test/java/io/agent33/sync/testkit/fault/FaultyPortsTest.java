package io.agent33.sync.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultyPortsTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    private static final Release RELEASE =
            new Release("1.0.0", GitObject.blob("any").id(), Optional.empty());

    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");

    @Test
    void callsAreSeenInOrderThroughWhateverAPortGivesAway() throws IOException {
        upstream.commit("first").file("a", "1");
        FaultyPorts ports = FaultyPorts.recording();
        UpstreamRepository seen = ports.upstream(upstream);
        FileTree files = seen.tree(seen.refs().head().commit());
        BlobSource blobs = seen.blobs();
        try (InputStream content = blobs.open(files.find("a").orElseThrow().id())) {
            assertThat(content.readAllBytes()).asString().isEqualTo("1");
        }
        assertThat(seen.id().value()).isEqualTo("agent33/agent33");

        assertThat(ports.calls())
                .extracting(PortCall::toString)
                .containsExactly(
                        "#1 UpstreamRepository.refs of upstream",
                        "#2 UpstreamRepository.tree of upstream",
                        "#3 UpstreamRepository.blobs of upstream",
                        "#4 FileTree.find of upstream",
                        "#5 BlobSource.open of upstream",
                        "#6 InputStream.read of upstream");
        assertThat(ports.struck()).isEmpty();
    }

    @Test
    void beforeMeansWithoutAnEffectAndAfterWithOne() {
        for (Fault fault : List.of(Fault.before(4), Fault.after(4))) {
            MemoryDownstreams fresh = MemoryDownstreams.of("org/webapp");
            FaultyPorts ports = FaultyPorts.with(fault);
            try (DownstreamRepository downstream = ports.downstreams(fresh).open(WEBAPP)) {
                CommitDraft draft = draft(downstream);

                assertThatExceptionOfType(RepositoryException.class)
                        .isThrownBy(() -> downstream.push(draft))
                        .withMessageContaining(Fault.MARK)
                        .withMessageContaining("DownstreamRepository.push of org/webapp")
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.UNREACHABLE));
            }
            assertThat(fresh.get("org/webapp").git().branches().containsKey("sync"))
                    .isEqualTo(fault.moment() == Fault.Moment.AFTER);
            assertThat(ports.struck())
                    .singleElement()
                    .satisfies(call -> assertThat(call.writes()).isTrue());
        }
    }

    private static CommitDraft draft(DownstreamRepository downstream) {
        BranchTip base = downstream.base(Optional.empty());
        return new CommitDraft(
                "sync",
                Optional.empty(),
                base.commit(),
                downstream.commit(base.commit()).tree(),
                "message\n",
                new Identity("a", "b"),
                Instant.EPOCH);
    }

    @Test
    void aFaultStrikesOnce() {
        FaultyPorts ports = FaultyPorts.with(Fault.before(4));
        try (DownstreamRepository downstream = ports.downstreams(downstreams).open(WEBAPP)) {
            CommitDraft draft = draft(downstream);
            assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> downstream.push(draft));

            assertThat(downstream.push(draft)).isInstanceOf(BranchUpdate.Done.class);
        }
    }

    @Test
    void everyKindIsThrownAsItIs() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> FaultyPorts.with(Fault.before(1).as(Fault.Kind.DEFECT))
                        .publisher(draft -> new Publication.Opened("x"))
                        .declines(WEBAPP, "docs", RELEASE));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> FaultyPorts.with(Fault.after(1).as(Fault.Kind.ERROR))
                        .downstreams(downstreams)
                        .open(WEBAPP));
    }

    @Test
    void whoWatchesIsToldWhenACallBeginsAndEnds() {
        List<String> heard = new ArrayList<>();
        FaultyPorts ports = FaultyPorts.with(Fault.before(2)).watchedBy(new CallWatcher() {
            @Override
            public void begins(PortCall call) {
                heard.add("begins " + call.method());
            }

            @Override
            public void ends(PortCall call) {
                heard.add("ends " + call.method());
            }
        });
        UpstreamRepository seen = ports.upstream(upstream);

        assertThat(seen.resolve("main")).isEmpty();
        assertThatExceptionOfType(RepositoryException.class).isThrownBy(seen::refs);

        assertThat(heard).containsExactly("begins resolve", "ends resolve", "begins refs", "ends refs");
    }

    /** Nobody but the wrapper could close it. */
    @Test
    void aRepositoryWhoseOpeningIsLostIsClosed() {
        FaultyPorts ports = FaultyPorts.with(Fault.after(1));

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> ports.downstreams(downstreams).open(WEBAPP).close());

        assertThat(downstreams.get("org/webapp").openClones()).isZero();
    }

    @Test
    void contentBreaksOffAtItsBeginningOrAtItsEnd() {
        upstream.commit("first").file("a", "1");
        for (Fault fault : List.of(Fault.before(3), Fault.after(3))) {
            UpstreamRepository seen = FaultyPorts.with(fault).upstream(upstream);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                try (InputStream content = seen.blobs()
                        .open(upstream.tree(upstream.refs().head().commit())
                                .find("a")
                                .orElseThrow()
                                .id())) {
                    content.readAllBytes();
                }
            });
        }
    }
}
