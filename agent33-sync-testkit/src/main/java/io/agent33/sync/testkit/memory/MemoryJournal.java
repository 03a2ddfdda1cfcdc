package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.monitor.JournalContent;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.RunJournal;
import java.util.ArrayList;
import java.util.List;

/** A journal that is gone with the test. Thread-safe. */
public final class MemoryJournal implements RunJournal {
    private final List<JournalEntry> entries = new ArrayList<>();

    @Override
    public synchronized void append(List<JournalEntry> more) {
        entries.addAll(more);
    }

    @Override
    public synchronized JournalContent read() {
        return new JournalContent(entries, List.of());
    }

    /** Those of {@link #read}. */
    public List<JournalEntry> entries() {
        return read().entries();
    }
}
