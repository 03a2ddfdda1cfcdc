package io.agent33.sync.core.print;

import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.text.OneLine;
import java.util.List;
import java.util.stream.Stream;

/** What plans and reports say in the same words. */
final class Phrases {
    private Phrases() {}

    /** For example {@code the release v1.1.0, rules a and b only}. */
    static String trigger(SyncTrigger trigger) {
        StringBuilder text = new StringBuilder(OneLine.of(subject(trigger)));
        if (trigger.kind() != SyncTrigger.Kind.MANUAL && !trigger.only().isEmpty()) {
            text.append(", only ").append(String.join(", ", trigger.only()));
        }
        return text.append(trigger.downgrade() ? ", downgrade allowed" : "").toString();
    }

    private static String subject(SyncTrigger trigger) {
        return switch (trigger.kind()) {
            case DUE ->
                "what is due" + trigger.reference().map(name -> " at " + name).orElse("");
            case RELEASE -> trigger.reference().map(tag -> "the release " + tag).orElse("the latest release");
            case CHANGE -> "changes at " + trigger.reference().orElse("the default branch");
            case MANUAL ->
                String.join(", ", trigger.only()) + " at " + trigger.reference().orElse("the latest release");
        };
    }

    static String files(FileCounts counts) {
        return counts.added() + " added, " + counts.modified() + " modified, " + counts.removed() + " removed";
    }

    /** A line for each. */
    static Stream<String> notes(List<PathNote> notes) {
        return notes.stream().map(note -> "  ! " + OneLine.of(note.toString()));
    }

    static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
