package io.agent33.sync.cli;

import io.agent33.sync.github.limit.Wait;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells people of waits that are worth a line. Thread-safe. */
final class WaitLines implements Consumer<Wait> {
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(5);

    private volatile Consumer<String> lines;

    WaitLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Where they go from now on. */
    void to(Consumer<String> other) {
        lines = other;
    }

    @Override
    public void accept(Wait wait) {
        if (wait.time().compareTo(WORTH_A_LINE) >= 0) {
            lines.accept("waiting " + wait.time().toSeconds() + " s for " + wait.host() + ": "
                    + wait.why().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}
