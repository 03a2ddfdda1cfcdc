package io.agent33.sync.it.quarter;

import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.OnDrift;
import java.util.ArrayList;
import java.util.List;

/**
 * One downstream, and what its people do.
 *
 * @param name of the downstream and of its rule
 * @param folder what the rule selects
 * @param afterDays how long a pull request waits for somebody to merge it
 * @param atMost how many they merge in all
 * @param deeds what else happens, in the morning of a day
 */
record Story(
        String name, String folder, Frequency frequency, OnDrift onDrift, int afterDays, int atMost, List<Deed> deeds) {
    private static final int ALL = 99;

    record Deed(int day, What what) {}

    /** What may happen to a downstream. */
    enum What {
        /** It cannot be reached, */
        OUTAGE,
        /** and can again. */
        RECOVERY,
        /** It is archived on its forge: it can be read, and nothing can be pushed. */
        ARCHIVING,
        /** It is called otherwise, and its old name leads nowhere, */
        RENAMING,
        /** until its rule names the new one. */
        FOLLOWING,
        /** Its rule is archived. */
        LEAVING,
        /** Somebody changes a delivered file, */
        EDIT,
        /** and puts it back. */
        RESTORING,
        /** Somebody writes an override for a file that a later release changes, */
        CUSTOMISING,
        /** and takes it away. */
        RETURNING,
        /** Somebody closes the pull request, at noon. */
        CLOSING
    }

    Story on(int day, What what) {
        List<Deed> more = new ArrayList<>(deeds);
        more.add(new Deed(day, what));
        return new Story(name, folder, frequency, onDrift, afterDays, atMost, List.copyOf(more));
    }

    boolean has(int day, What what) {
        return deeds.contains(new Deed(day, what));
    }

    /** All forty. */
    static List<Story> all() {
        List<Story> all = new ArrayList<>();
        List<String> folders = List.of(
                "core/arch", "core/prompts", "core/agents", "core/packs", "core/orchestrator", "core/workflows");
        for (int i = 0; i < 6; i++) {
            all.add(merging("at-once-" + i, folders.get(i), 0, ALL));
            all.add(merging("late-" + i, folders.get(5 - i), 1 + 3 * i, ALL));
        }
        for (int i = 0; i < 3; i++) {
            all.add(merging("never-" + i, folders.get(i), 0, 0));
            // What could be seen before is not forgotten while it cannot.
            all.add(merging("tired-" + i, folders.get(i + 3), 0, i + 1)
                    .on(68, What.OUTAGE)
                    .on(71, What.RECOVERY));
            all.add(changing("changing-" + i, folders.get(i + 2), i * 4));
        }
        String arch = "core/arch";
        all.add(drifting("adopts-at-once", arch, OnDrift.ADOPT, 0).on(5, What.EDIT));
        all.add(drifting("adopts-late", "core/packs", OnDrift.ADOPT, 4).on(14, What.EDIT));
        all.add(drifting("overwrites", "core/prompts", OnDrift.OVERWRITE, 0).on(7, What.EDIT));
        all.add(drifting("overwrites-late", arch, OnDrift.OVERWRITE, 6).on(23, What.EDIT));
        all.add(drifting("blocks", "core/agents", OnDrift.BLOCK, 0)
                .on(12, What.EDIT)
                .on(20, What.RESTORING));
        all.add(drifting("blocks-for-ever", "core/prompts", OnDrift.BLOCK, 0)
                .on(36, What.EDIT)
                .on(82, What.OUTAGE));
        all.add(merging("customises", "core/packs", 0, ALL)
                .on(11, What.CUSTOMISING)
                .on(36, What.RETURNING));
        all.add(merging("customises-for-ever", arch, 0, ALL).on(20, What.CUSTOMISING));
        all.add(merging("down-for-a-while", "core/agents", 0, ALL)
                .on(15, What.OUTAGE)
                .on(21, What.RECOVERY));
        all.add(merging("down-over-a-release", "core/workflows", 0, ALL)
                .on(50, What.OUTAGE)
                .on(55, What.RECOVERY));
        all.add(merging("down-for-ever", "core/orchestrator", 0, ALL).on(60, What.OUTAGE));
        all.add(merging("down-from-the-start", arch, 0, ALL).on(0, What.OUTAGE).on(10, What.RECOVERY));
        all.add(merging("archived", "core/packs", 0, ALL).on(13, What.ARCHIVING));
        all.add(merging("archived-late", "core/prompts", 0, ALL).on(70, What.ARCHIVING));
        all.add(merging("renamed", "core/agents", 0, ALL).on(22, What.RENAMING).on(26, What.FOLLOWING));
        all.add(merging("left", "core/orchestrator", 0, ALL).on(35, What.LEAVING));
        all.add(merging("left-in-trouble", arch, 0, 1).on(60, What.LEAVING));
        all.add(merging("refuses-one", "core/workflows", 1, ALL).on(18, What.CLOSING));
        all.add(merging("refuses-the-last", arch, 1, ALL).on(64, What.CLOSING));
        return all;
    }

    private static Story merging(String name, String folder, int afterDays, int atMost) {
        return new Story(name, folder, Frequency.ON_RELEASE, OnDrift.ADOPT, afterDays, atMost, List.of());
    }

    private static Story changing(String name, String folder, int afterDays) {
        return new Story(name, folder, Frequency.ON_CHANGE, OnDrift.ADOPT, afterDays, ALL, List.of());
    }

    private static Story drifting(String name, String folder, OnDrift onDrift, int afterDays) {
        return new Story(name, folder, Frequency.ON_RELEASE, onDrift, afterDays, ALL, List.of());
    }
}
