package io.agent33.sync.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a check remembers has a size, and the least recently asked goes first. */
class MemoTest {
    private final List<String> asked = new ArrayList<>();
    private final Memo<String, String> memo = new Memo<>(10, String::length);

    private void ask(String... keys) {
        for (String key : keys) {
            assertThat(memo.get(key, () -> {
                        asked.add(key);
                        return key;
                    }))
                    .isEqualTo(key);
        }
    }

    @Test
    void anAnswerIsAskedForOnce() {
        ask("one", "two", "one", "two");

        assertThat(asked).containsExactly("one", "two");
    }

    @Test
    void theLeastRecentlyAskedMakesRoom() {
        ask("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb");

        assertThat(asked).containsExactly("aaaa", "bbbb", "cccc", "bbbb");
    }

    @Test
    void whatAloneIsTooLargeDrivesNothingOut() {
        ask("aaaa", "a very large answer", "aaaa", "a very large answer");

        assertThat(asked).containsExactly("aaaa", "a very large answer", "a very large answer");
    }

    @Test
    void whatCouldNotBeToldIsAskedForAgain() {
        assertThatThrownBy(() -> memo.get("a", () -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        ask("a", "bbbb", "cccc", "a");
        assertThat(asked).containsExactly("a", "bbbb", "cccc");
    }

    /** The second thread asks when the first is at it. */
    @Test
    void threadsThatAskAtOnceShareOneAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        List<String> answers = new CopyOnWriteArrayList<>();
        Runnable asking = () -> answers.add(memo.get("key", () -> {
            begun.countDown();
            await(done);
            return "answer" + times.incrementAndGet();
        }));
        Thread one = new Thread(asking);
        Thread other = new Thread(asking);
        one.start();
        await(begun);
        other.start();
        while (!Set.of(Thread.State.BLOCKED, Thread.State.WAITING).contains(other.getState())) {
            Thread.onSpinWait();
        }
        ask("else");
        done.countDown();
        one.join();
        other.join();

        assertThat(answers).containsExactly("answer1", "answer1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
