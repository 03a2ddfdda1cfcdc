package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.io.IOException;
import java.io.InputStream;

/** A place that holds files with rules. Thread-safe. */
@FunctionalInterface
interface RuleFiles {
    /** More files than anybody writes; what lies beyond is refused. */
    int MAX_FILES = 10_000;

    /** The folder below which a file is not read. */
    String ARCHIVED = "archived";

    /** Shows each file once, in an order that depends on their names alone. */
    void visit(UpstreamRepository upstream, Visitor visitor);

    /** Is shown files. */
    interface Visitor {
        /** @param name for messages; one line, nothing invisible */
        void file(String name, Content content);

        /** Something is wrong with what lies there. */
        void refused(Objection objection);
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    static Objection tooMany(String folder) {
        return Objection.of(
                        "too-many-files",
                        folder,
                        "at most " + MAX_FILES + " files and folders",
                        "more",
                        "move some elsewhere")
                .at(Location.of(folder));
    }

    static Objection notAFile(String name, String found) {
        return Objection.of("no-file", name, "a file", found, "links are not followed; put the file itself there")
                .at(Location.of(name));
    }

    static Objection unreadable(String name, IOException e) {
        return Objection.of(
                        "unreadable-file",
                        name,
                        "a file that can be read",
                        e.getClass().getSimpleName() + ": " + e.getMessage(),
                        "run again if that passes by itself")
                .at(Location.of(name));
    }
}
