package io.agent33.sync.api.monitor;

import java.util.List;

/**
 * Every attempt, the earliest first, so that it can be told how stale a downstream is (S13). To be implemented; the default writes
 * a file.
 *
 * <p>Nothing that was appended is changed. What was appended when {@link #append} returns survives a crash; what a crash cut off in
 * the middle is damage, and costs no other entry. Called by several threads at once; several engines, in several processes too, may
 * share one journal, and each finds the entries of all. An engine takes a failure for no reason to fail itself: it logs it.
 */
public interface RunJournal {
    /**
     * Adds entries behind all others, in their order. Nothing for an empty list.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if they cannot be kept; then none of them, or some, may be there
     */
    void append(List<JournalEntry> entries);

    /**
     * All of it. Old entries may be gone, but for each rule and downstream not its last success and what came after that, as far
     * as the last hundred attempts go.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if it cannot be read at all
     */
    JournalContent read();
}
