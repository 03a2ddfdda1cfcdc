package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.git.SyncProcess.Phase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A {@link SyncProcess} and its end. */
final class Killing {
    private final Map<Phase, Integer> begun = new EnumMap<>(Phase.class);
    private final Map<Phase, Integer> open = new EnumMap<>(Phase.class);
    private final StringBuilder said = new StringBuilder();
    private boolean done;

    private Killing() {}

    /**
     * Starts a process and kills it a moment after a phase began for the {@code nth} time.
     *
     * @param nanos how long that moment is
     */
    static Killing of(Path folder, Phase phase, int nth, long nanos) throws IOException, InterruptedException {
        Killing killing = new Killing();
        Process process = SyncProcess.telling(folder);
        process.getOutputStream().close();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            boolean killed = false;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                killing.hears(line);
                if (!killed && killing.begun.getOrDefault(phase, 0) == nth) {
                    long end = System.nanoTime() + nanos;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    // Not by the process itself, which would close its output, and the last words matter.
                    process.toHandle().destroyForcibly();
                    killed = true;
                }
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return killing;
    }

    private void hears(String line) {
        if (line.startsWith("+ ")) {
            Phase phase = Phase.valueOf(line.substring(2));
            begun.merge(phase, 1, Integer::sum);
            open.merge(phase, 1, Integer::sum);
        } else if (line.startsWith("- ")) {
            open.merge(Phase.valueOf(line.substring(2)), -1, Integer::sum);
        } else {
            done |= line.equals("DONE");
            said.append(line).append('\n');
            // A line that the kill cut off is nothing to worry about; a failure that the process tells is.
            assertThat(said).doesNotContain("FAILED", "Exception");
        }
    }

    /** The phases in which it was when it died; none if it was between two, or done. */
    Set<Phase> within() {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        open.forEach((phase, threads) -> {
            if (threads > 0) {
                phases.add(phase);
            }
        });
        return phases;
    }

    /** How often a phase began. */
    int begun(Phase phase) {
        return begun.getOrDefault(phase, 0);
    }

    /** Whether it came to its end all the same. */
    boolean done() {
        return done;
    }
}
