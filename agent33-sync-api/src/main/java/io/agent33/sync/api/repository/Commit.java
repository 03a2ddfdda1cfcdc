package io.agent33.sync.api.repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit.
 *
 * @param id its name
 * @param tree the id of its root tree
 * @param parents as the commit records them, in git's order, whether or not they are known locally; empty for a root commit
 * @param author as recorded; characters that {@link Identity} refuses are replaced
 * @param time when it was committed, in whole seconds
 * @param message the whole message
 */
public record Commit(
        ObjectId id, ObjectId tree, List<ObjectId> parents, Identity author, Instant time, String message) {
    public Commit {
        parents = List.copyOf(parents);
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }

    /** The value of the last {@code key: value} line in the message's last paragraph, if there is one. */
    public Optional<String> trailer(String key) {
        String stripped = message.stripTrailing();
        String last = stripped.substring(stripped.lastIndexOf("\n\n") + 1);
        return last.lines()
                .filter(line -> line.startsWith(key + ": "))
                .reduce((first, second) -> second)
                .map(line -> line.substring(key.length() + 2).strip());
    }
}
