package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Publishing.assertOneOpenSays;
import static io.agent33.sync.testkit.contract.Publishing.draft;
import static io.agent33.sync.testkit.contract.Publishing.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What publishers owe many rules and downstreams, one after the other and at once. */
interface ManyPublishersContract {
    /** A place where nothing was published yet. */
    PublisherHost host();

    @Test
    default void everyRuleAndDownstreamHasItsOwn() {
        PublisherHost host = host();
        List<PullRequestDraft> drafts = Stream.of("org/webapp", "org/webapp2", "other/webapp")
                .map(RepositoryId::of)
                .flatMap(repository -> Stream.of("a", "a-b", "a.b").map(rule -> draft(repository, rule, "1.0.0", rule)))
                .toList();

        List<Publication> publications =
                drafts.stream().map(draft -> publish(host, draft)).toList();

        assertThat(publications).hasOnlyElementsOfType(Publication.Opened.class);
        assertThat(publications.stream().map(Publishing::location)).doesNotHaveDuplicates();
        assertThat(drafts.stream().map(PullRequestDraft::repository).distinct())
                .allSatisfy(
                        repository -> assertThat(host.pullRequests(repository)).hasSize(3));
        assertThat(drafts)
                .allSatisfy(draft -> assertThat(publish(host, draft)).isInstanceOf(Publication.Unchanged.class));
    }

    @Test
    default void manyThreadsPublishDifferentRulesAtOnce() throws Exception {
        PublisherHost host = host();
        PullRequestPublisher shared = host.open();
        assertManyAtOnce(host, rule -> shared);
    }

    /** As two runs do that happen to meet. */
    @Test
    default void manyPublishersPublishDifferentRulesAtOnce() throws Exception {
        PublisherHost host = host();
        assertManyAtOnce(host, rule -> host.open());
    }

    private static void assertManyAtOnce(PublisherHost host, Function<Integer, PullRequestPublisher> publishers)
            throws Exception {
        List<PullRequestDraft> drafts = IntStream.range(0, 24)
                .mapToObj(i -> draft(RepositoryId.of("org/app" + i % 4), "rule-" + i, "1.0.0", "body " + i))
                .toList();
        drafts.forEach(host::prepare);
        List<PullRequestPublisher> each =
                IntStream.range(0, drafts.size()).mapToObj(publishers::apply).toList();

        assertThat(atOnce(each, drafts)).hasOnlyElementsOfType(Publication.Opened.class);
        assertThat(atOnce(each, drafts)).hasOnlyElementsOfType(Publication.Unchanged.class);
        assertThat(host.pullRequests(RepositoryId.of("org/app0"))).hasSize(6);
    }

    private static List<Publication> atOnce(List<PullRequestPublisher> publishers, List<PullRequestDraft> drafts)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(drafts.size());
        try {
            CyclicBarrier start = new CyclicBarrier(drafts.size());
            List<Future<Publication>> runs = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                PullRequestPublisher publisher = publishers.get(i);
                PullRequestDraft draft = drafts.get(i);
                runs.add(threads.submit(() -> {
                    start.await();
                    return publisher.publish(draft);
                }));
            }
            List<Publication> ends = new ArrayList<>();
            for (Future<Publication> run : runs) {
                ends.add(run.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void aNewReleaseOfOneRuleLeavesTheOthersAlone() {
        PublisherHost host = host();
        RepositoryId other = RepositoryId.of("org/other");
        PullRequestDraft kept = draft(other, "a", "1.0.0", "kept");
        publish(host, kept);
        publish(host, draft("1.0.0", "the old body"));

        PullRequestDraft newer = draft("1.1.0", "the new body");
        publish(host, newer);

        assertOneOpenSays(host, newer);
        assertOneOpenSays(host, kept);
        assertThat(publish(host, kept)).isInstanceOf(Publication.Unchanged.class);
    }
}
