package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import org.junit.jupiter.api.Test;

/** What {@link UpstreamRepository#refs} and {@link UpstreamRepository#resolve} owe. */
interface RefsContract {
    /** Makes the place where an upstream lives, in the described state. */
    UpstreamHost host(RepositoryFixture fixture);

    @Test
    default void headIsTheDefaultBranchAndItsTip() {
        MemoryGit git = new MemoryGit().head("trunk");
        ObjectId tip = git.commit("first").id();
        git.commitOn("main", "not the default branch").id();

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            assertThat(upstream.refs().head()).isEqualTo(new Revision("trunk", tip));
        }
    }

    @Test
    default void tagsAreInTheOrderOfTheirNamesAndPeeled() {
        MemoryGit git = new MemoryGit();
        ObjectId one = git.commit("one").tag("v1.2.0").id();
        ObjectId two =
                git.commit("two").file("a", "").annotatedTag("v1.10.0", "two").id();
        git.annotatedTag("v1.0.0", git.annotatedTag("inner", one, "a tag"), "a tag of a tag");
        git.tag("not/a/release", two);

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            assertThat(upstream.refs().tags())
                    .containsExactly(
                            new Revision("inner", one),
                            new Revision("not/a/release", two),
                            new Revision("v1.0.0", one),
                            new Revision("v1.10.0", two),
                            new Revision("v1.2.0", one));
        }
    }

    @Test
    default void tagsThatLeadToNoCommitAreLeftOut() {
        MemoryGit git = new MemoryGit();
        Samples.everyMode(git);
        git.tag("v9.0.0", Samples.HELLO).tag("v9.1.0", Samples.ROOT).tag("v1.0.0", Samples.FIRST);
        git.annotatedTag("v9.2.0", Samples.HELLO, "a blob");

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            assertThat(upstream.refs().tags()).containsExactly(new Revision("v1.0.0", Samples.FIRST));
            assertThat(upstream.resolve("v9.0.0")).isEmpty();
            assertThat(upstream.resolve("v9.1.0")).isEmpty();
            assertThat(upstream.resolve("refs/tags/v9.2.0")).isEmpty();
        }
    }

    @Test
    default void refsAskTheRepositoryEachTime() {
        MemoryGit git = new MemoryGit();
        ObjectId first = git.commit("first").file("a", "1").tag("v1.0.0").id();
        UpstreamHost host = host(git.fixture());

        try (UpstreamRepository upstream = host.open()) {
            assertThat(upstream.refs().head().commit()).isEqualTo(first);
            ObjectId second = git.commit("second")
                    .file("a", "2")
                    .tag("v1.0.0")
                    .tag("v1.1.0")
                    .id();
            git.rename("main", "trunk");
            host.become(git.fixture());

            assertThat(upstream.refs().head()).isEqualTo(new Revision("trunk", second));
            assertThat(upstream.refs().tags())
                    .containsExactly(new Revision("v1.0.0", second), new Revision("v1.1.0", second));
            assertThat(upstream.resolve("main")).isEmpty();
            assertThat(upstream.resolve("v1.1.0")).contains(new Revision("v1.1.0", second));
            assertThat(upstream.tree(second).find("a").orElseThrow().id())
                    .isNotEqualTo(upstream.tree(first).find("a").orElseThrow().id());
        }
    }

    @Test
    default void whatWasLedToStaysReadable() {
        UpstreamHost host = host(Samples.everyMode());

        try (UpstreamRepository upstream = host.open()) {
            assertThat(upstream.refs().head().commit()).isEqualTo(Samples.FIRST);
            host.become(RepositoryFixture.of(git -> git.commit("rewritten")));
            assertThat(upstream.refs().head().commit()).isNotEqualTo(Samples.FIRST);

            assertThat(upstream.commit(Samples.FIRST).tree()).isEqualTo(Samples.ROOT);
            assertThat(upstream.tree(Samples.FIRST).children("docs")).hasSize(2);
            assertThat(upstream.blobs().size(Samples.HELLO)).isEqualTo(6);
        }
    }

    @Test
    default void aReferenceIsABranchThenATagThenAFullNameThenACommit() {
        MemoryGit git = new MemoryGit();
        ObjectId one = git.commit("one").id();
        ObjectId two = git.commit("two").file("a", "").id();
        git.branch("both", one).tag("both", two);
        git.branch("refs/tags/both", one);
        git.branch(two.hex(), one);
        git.branch("feature/x", two);

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            assertThat(upstream.resolve("both")).contains(new Revision("both", one));
            assertThat(upstream.resolve("refs/heads/both")).contains(new Revision("both", one));
            assertThat(upstream.resolve("feature/x")).contains(new Revision("feature/x", two));
            assertThat(upstream.resolve(two.hex())).map(Revision::commit).contains(one);
            assertThat(upstream.resolve(one.hex())).contains(new Revision(one.hex(), one));
            assertThat(upstream.resolve("refs/tags/both")).map(Revision::commit).contains(one);
        }
    }

    @Test
    default void aTagIsResolvedByItsShortAndItsFullName() {
        MemoryGit git = new MemoryGit();
        ObjectId one = git.commit("one").annotatedTag("v1.0.0", "peeled").id();
        git.commit("two").id();

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            assertThat(upstream.resolve("v1.0.0")).contains(new Revision("v1.0.0", one));
            assertThat(upstream.resolve("refs/tags/v1.0.0")).contains(new Revision("v1.0.0", one));
        }
    }

    @Test
    default void whatDoesNotExistResolvesToNothing() {
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            assertThat(upstream.resolve("no-such-branch")).isEmpty();
            assertThat(upstream.resolve("refs/heads/no-such-branch")).isEmpty();
            assertThat(upstream.resolve(Samples.UNKNOWN.hex())).isEmpty();
            assertThat(upstream.resolve(Samples.FIRST.abbreviated())).isEmpty();
            assertThat(upstream.resolve(Samples.HELLO.hex())).isEmpty();
        }
    }

    @Test
    default void anUpstreamWithoutACommitSaysSo() {
        try (UpstreamRepository upstream = host(Samples.empty()).open()) {
            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(upstream::refs)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.EMPTY));
            assertThat(upstream.resolve("main")).isEmpty();
        }
    }

    @Test
    default void anUpstreamThatVanishedIsAFailure() {
        UpstreamHost host = host(Samples.everyMode());

        try (UpstreamRepository upstream = host.open()) {
            assertThat(upstream.refs().tags()).isEmpty();
            host.vanish();
            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(upstream::refs)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.NOT_FOUND));
        }
    }
}
