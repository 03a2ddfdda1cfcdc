package io.agent33.sync;

import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Runs only if what the last run found does not still hold, and remembers what a run found. */
final class Recalling {
    private final Equipment equipment;
    private final Memory memory;

    Recalling(Equipment equipment, Memory memory) {
        this.equipment = equipment;
        this.memory = memory;
    }

    /** @param whole the run itself, with this equipment */
    SyncReport run(SyncTrigger trigger, Function<Equipment, SyncReport> whole) {
        Instant began = equipment.clock().instant();
        Watch.Lap lap = equipment.watch().lap(equipment.upstream()::traffic);
        Optional<List<RuleResult>> remembered = memory.recall(
                trigger,
                equipment.upstream(),
                equipment.downstreams(),
                new Fleet(equipment.parallelism(), new AtomicBoolean()));
        if (remembered.isPresent()) {
            new Remembered(equipment.watch(), lap).tell(trigger, remembered.get());
            return new SyncReport(trigger, remembered.get(), List.of(), began);
        }
        Witness witness = new Witness();
        SyncReport report = whole.apply(equipment.before(witness));
        if (report.objections().isEmpty()) {
            memory.keep(trigger, equipment.upstream(), witness, report.results());
        }
        return report;
    }
}
