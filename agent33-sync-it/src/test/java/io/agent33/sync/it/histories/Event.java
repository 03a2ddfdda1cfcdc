package io.agent33.sync.it.histories;

import java.util.List;

/**
 * Something that somebody does. What exactly, the numbers say, taken by what there is at that time: so an event means
 * something in whatever history it stands.
 *
 * @param serial of the event in its history, which makes the lines that it writes its own
 */
record Event(int serial, Kind kind, int which, int slot, int how) {
    enum Kind {
        UPSTREAM,
        UNTAGGED,
        OVERRIDE_EDIT,
        OVERRIDE_DROP,
        TARGET_EDIT,
        TARGET_DELETE,
        EDIT_BOTH,
        STRAY,
        IGNORE,
        RESOLVE,
        PROPOSE,
        MERGE,
        SYNC
    }

    Event simpler(int field) {
        return new Event(
                serial, kind, field == 0 ? which / 2 : which, field == 1 ? slot / 2 : slot, field == 2 ? how / 2 : how);
    }

    <T> T pick(List<T> all) {
        return all.get(which % all.size());
    }

    /** The line that it writes; nothing, if it takes one out. */
    String line(String whose) {
        return how % 7 == 6 ? "" : whose + " " + serial + "\n";
    }
}
