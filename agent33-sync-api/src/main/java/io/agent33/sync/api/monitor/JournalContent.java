package io.agent33.sync.api.monitor;

import java.util.List;

/**
 * What a journal holds.
 *
 * @param entries the earliest first
 * @param damage what could not be read, in its order
 */
public record JournalContent(List<JournalEntry> entries, List<Damage> damage) {
    public JournalContent {
        entries = List.copyOf(entries);
        damage = List.copyOf(damage);
    }

    /**
     * Something that is no entry.
     *
     * @param line where, from 1
     * @param reason what is wrong with it, for people
     */
    public record Damage(long line, String reason) {}
}
