package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.testkit.contract.RunJournalContract;
import java.util.function.Supplier;

class MemoryJournalContractTest extends RunJournalContract {
    @Override
    public Supplier<RunJournal> place() {
        MemoryJournal journal = new MemoryJournal();
        return () -> journal;
    }
}
