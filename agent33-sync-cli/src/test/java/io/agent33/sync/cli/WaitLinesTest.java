package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.github.limit.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitLinesTest {
    private final List<String> early = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final WaitLines waits = new WaitLines(early::add);

    private void waitFor(Wait.Reason why, long millis) {
        waits.accept(new Wait("api.github.com", why, Duration.ofMillis(millis)));
    }

    @Test
    void aWaitIsALineWhereTheProgressIsOnceThereIsOne() {
        waitFor(Wait.Reason.PRIMARY_LIMIT, 5_000);
        waits.to(progress::add);
        waitFor(Wait.Reason.SECONDARY_LIMIT, 61_000);

        assertThat(early).containsExactly("waiting 5 s for api.github.com: primary limit");
        assertThat(progress).containsExactly("waiting 61 s for api.github.com: secondary limit");
    }

    @Test
    void whatIsOverSoonIsWorthNone() {
        waitFor(Wait.Reason.FAILURE, 4_999);

        assertThat(early).isEmpty();
    }
}
