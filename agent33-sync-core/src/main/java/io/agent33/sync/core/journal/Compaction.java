package io.agent33.sync.core.journal;

import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stays of a journal: for each rule and downstream its last success and all since, as far as the last hundred go. */
final class Compaction {
    private static final int MOST = 100;

    private record Key(String ruleId, RepositoryId repository) {}

    private final Map<Key, Integer> counts = new HashMap<>();
    private final Set<Key> complete = new HashSet<>();

    private Compaction() {}

    /** The lines that stay, in their order. What another version wrote does; what is damaged does not. */
    static List<String> of(Records records) {
        Compaction compaction = new Compaction();
        List<String> kept = new ArrayList<>();
        for (int i = records.all().size() - 1; i >= 0; i--) {
            Records.Numbered line = records.all().get(i);
            boolean stays = line.reading()
                    .entry()
                    .map(compaction::stays)
                    .orElse(line.reading().whole());
            if (stays) {
                kept.add(line.text());
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Asked of the latest first. */
    private boolean stays(JournalEntry entry) {
        Key key = new Key(entry.ruleId(), entry.repository());
        if (complete.contains(key)) {
            return false;
        }
        if (entry.outcome().isSuccess() || counts.merge(key, 1, Integer::sum) >= MOST) {
            complete.add(key);
        }
        return true;
    }
}
