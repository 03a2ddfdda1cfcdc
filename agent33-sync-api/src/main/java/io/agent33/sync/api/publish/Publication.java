package io.agent33.sync.api.publish;

import java.util.List;

/** How publishing ended. */
public sealed interface Publication {
    /** What else a person should know of the pull request, one line each; empty for most. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * A pull request was opened.
     *
     * @param location its web address, or the file that holds its text
     */
    record Opened(String location, List<String> notes) implements Publication {
        public Opened {
            notes = List.copyOf(notes);
        }

        /** Without notes. */
        public Opened(String location) {
            this(location, List.of());
        }
    }

    /** One that was open now says what the draft says. */
    record Updated(String location, List<String> notes) implements Publication {
        public Updated {
            notes = List.copyOf(notes);
        }

        /** Without notes. */
        public Updated(String location) {
            this(location, List.of());
        }
    }

    /** One was open and said so already; nothing was written. */
    record Unchanged(String location, List<String> notes) implements Publication {
        public Unchanged {
            notes = List.copyOf(notes);
        }

        /** Without notes. */
        public Unchanged(String location) {
            this(location, List.of());
        }
    }

    /** None was opened, and that is right: a person closed it for this release, for example. */
    record Declined(String reason) implements Publication {}
}
