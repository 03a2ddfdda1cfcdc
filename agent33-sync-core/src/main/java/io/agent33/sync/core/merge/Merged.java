package io.agent33.sync.core.merge;

import io.agent33.sync.api.merge.Conflict;
import java.util.List;

/** What a merge of three files came to. Arrays are not copied; nobody changes them. */
public sealed interface Merged {
    /** Every change of both sides has its place. */
    final class Clean implements Merged {
        private final byte[] content;

        Clean(byte[] content) {
            this.content = content;
        }

        /** The merged file; the very array of one side if nothing had to be merged. */
        public byte[] content() {
            return content;
        }
    }

    /** Somebody has to decide. */
    final class Conflicted implements Merged {
        private final byte[] content;
        private final List<Conflict> conflicts;

        Conflicted(byte[] content, List<Conflict> conflicts) {
            this.content = content;
            this.conflicts = List.copyOf(conflicts);
        }

        /** The file with markers around what is to be decided. */
        public byte[] content() {
            return content;
        }

        /** Where; never empty. */
        public List<Conflict> conflicts() {
            return conflicts;
        }
    }

    /** Both sides changed what cannot be shown line by line; there are no markers. */
    record Unmergeable(Reason reason) implements Merged {}

    /** Why there are no markers. */
    enum Reason {
        /** One of the files has a NUL byte near its beginning, by which git tells binary files too. */
        BINARY,
        /** A marker longer than every run of marker characters would be longer than any editor shows. */
        UNMARKABLE
    }
}
