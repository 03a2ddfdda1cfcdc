package io.agent33.sync.core.journal;

import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.testkit.contract.RunJournalContract;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

class FileJournalContractTest extends RunJournalContract {
    @TempDir
    private Path folder;

    @Override
    public Supplier<RunJournal> place() {
        return () -> FileJournal.in(folder.resolve("journal"));
    }
}
