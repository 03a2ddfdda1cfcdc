package io.agent33.sync.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplaysTest {
    @Test
    void ofManyAtOnceOneIsTheFirst() {
        Replays replays = new Replays(10_000);
        AtomicInteger first = new AtomicInteger();

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            if (replays.isNew(String.valueOf(i % 1_000).getBytes(UTF_8))) {
                first.incrementAndGet();
            }
        });

        assertThat(first).hasValue(1_000);
    }

    /** It is the order of their first coming that counts: who sends one again and again keeps it in no longer. */
    @Test
    void whatCameAgainIsForgottenNoLater() {
        Replays replays = new Replays(2);

        assertThat(replays.isNew(new byte[] {1})).isTrue();
        assertThat(replays.isNew(new byte[] {2})).isTrue();
        assertThat(replays.isNew(new byte[] {1})).isFalse();
        assertThat(replays.isNew(new byte[] {3})).isTrue();
        assertThat(replays.isNew(new byte[] {1})).isTrue();
    }
}
