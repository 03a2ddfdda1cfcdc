package io.agent33.sync.api.monitor;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An issue to be seen to.
 *
 * @param repository where people are to read it
 * @param key its cause, by which it is found again: 1 to 200 letters, digits and {@code . _ - / : + @ #}, such as
 *     {@code rollback/org/webapp/sync-webapp-orchestrator/v2.4.0}. A cause has at most one open issue in a repository
 * @param title one line
 * @param body Markdown; text from elsewhere is inert in it
 * @param labels each once
 */
public record IssueDraft(RepositoryId repository, String key, String title, String body, List<String> labels) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._/:+@#-]{1,200}");

    /** @throws IllegalArgumentException if the key is none */
    public IssueDraft {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "an issue's key has 1 to 200 letters, digits and \"._-/:+@#\", not \"" + key + "\"");
        }
        labels = List.copyOf(labels);
    }

    /**
     * A comment that no reader sees, for trackers that have no better place for the key than the text. It is to stand on a
     * line of its own, after the body.
     */
    public String marker() {
        return markerOf(key);
    }

    /** The same for a key alone. */
    public static String markerOf(String key) {
        return "<!-- agent33-sync issue " + key + " -->";
    }
}
