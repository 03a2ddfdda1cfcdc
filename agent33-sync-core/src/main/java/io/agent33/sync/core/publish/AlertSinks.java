package io.agent33.sync.core.publish;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.AlertSink;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.core.file.FolderLock;
import io.agent33.sync.core.text.QuotedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sinks that are given (S13). To be called; immutable and thread-safe. */
public final class AlertSinks {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private AlertSinks() {}

    /** The specification's {@code sync_alert}, one YAML document with exactly its keys. */
    public static String yaml(SyncAlert alert) {
        return "sync_alert:\n"
                + "  type: " + alert.type().key() + "\n"
                + line("rule_id", alert.ruleId())
                + line("target_repo", alert.repository().value())
                + line("detected_at", time(alert.detectedAt()))
                + line("details", alert.details())
                + line("action_required", alert.actionRequired());
    }

    private static String line(String key, String value) {
        return "  " + key + ": " + QuotedText.of(value) + "\n";
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A warning of SLF4J for each alert, a line at level info when it is over; the logger is {@code io.agent33.sync.alert}. */
    public static AlertSink log() {
        return new Log(LoggerFactory.getLogger("io.agent33.sync.alert"));
    }

    /**
     * A file to which each alert is appended as {@link #yaml}, between lines {@code ---}; that one is over is a comment after its
     * own line {@code ---}. Several processes may share it.
     */
    public static AlertSink file(Path file) {
        return new Appending(requireNonNull(file, "file"));
    }

    /**
     * One open issue a cause in the downstream, updated, and closed when the cause is gone; owners are mentioned in those that are meant
     * for them. Drift is left to the engine's own issue, which has its list and a diff.
     */
    public static AlertSink issues(IssueTracker tracker) {
        return new Issues(requireNonNull(tracker, "tracker"));
    }

    private record Log(Logger logger) implements AlertSink {
        @Override
        public void raise(SyncAlert alert) {
            logger.warn(
                    "{} of {} in {}: {}. {}",
                    alert.type().key(),
                    alert.ruleId(),
                    alert.repository(),
                    alert.details(),
                    alert.actionRequired());
        }

        @Override
        public void clear(SyncAlert alert, Instant at) {
            logger.info("{} of {} in {} is over", alert.type().key(), alert.ruleId(), alert.repository());
        }
    }

    private record Appending(Path file) implements AlertSink {
        @Override
        public void raise(SyncAlert alert) {
            append("---\n" + yaml(alert));
        }

        @Override
        public void clear(SyncAlert alert, Instant at) {
            append("---\n# over at " + time(at) + ": " + alert.type().key() + " of " + alert.ruleId() + " in "
                    + alert.repository() + "\n");
        }

        /** What a crash cut off must not swallow what follows. */
        private static boolean endsInMidLine(Path file) throws IOException {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return false;
            }
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                ByteBuffer last = ByteBuffer.allocate(1);
                channel.position(channel.size() - 1).read(last);
                return last.get(0) != '\n';
            }
        }

        private void append(String text) {
            Path absolute = file.toAbsolutePath();
            try {
                FolderLock.on(requireNonNull(absolute.getParent(), "a file has a folder"), PATIENCE)
                        .during(() -> Files.writeString(
                                absolute,
                                (endsInMidLine(absolute) ? "\n" : "") + text,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND));
            } catch (IOException e) {
                throw new RepositoryException(
                        RepositoryException.Reason.STORAGE,
                        "the alert could not be appended to " + file + " (" + e + "); see that it can be written",
                        e);
            }
        }
    }

    private record Issues(IssueTracker tracker) implements AlertSink {
        @Override
        public void raise(SyncAlert alert) {
            if (alert.type() != SyncAlert.Type.DRIFT) {
                tracker.track(new IssueDraft(
                        alert.repository(), key(alert), title(alert), body(alert), List.of("agent33-sync", "alert")));
            }
        }

        @Override
        public void clear(SyncAlert alert, Instant at) {
            if (alert.type() != SyncAlert.Type.DRIFT) {
                tracker.close(alert.repository(), key(alert), "the cause is gone");
            }
        }

        private static String key(SyncAlert alert) {
            return "alert/" + alert.type().key() + "/" + alert.ruleId();
        }

        private static String title(SyncAlert alert) {
            return alert.type() == SyncAlert.Type.FAILURE
                    ? "The sync of " + alert.ruleId() + " keeps failing"
                    : "The sync of " + alert.ruleId() + " is stale";
        }

        /** Details hold foreign text: in a block of code, which mentions nobody; the fence is longer than any in it. */
        private static String body(SyncAlert alert) {
            String yaml = yaml(alert);
            String fence = "```";
            while (yaml.contains(fence)) {
                fence += "`";
            }
            return fence + "yaml\n" + yaml + fence + "\n" + owners(alert)
                    + "\nThis issue is kept up to date, and closed when the cause is gone.\n";
        }

        private static String owners(SyncAlert alert) {
            String names = alert.audience().contains(SyncAlert.Audience.REPOSITORY_OWNER)
                    ? alert.owners().stream()
                            .filter(owner -> owner.startsWith("@"))
                            .collect(Collectors.joining(", "))
                    : "";
            return names.isEmpty() ? "" : "\nOwners of the delivered files: " + names + "\n";
        }
    }
}
