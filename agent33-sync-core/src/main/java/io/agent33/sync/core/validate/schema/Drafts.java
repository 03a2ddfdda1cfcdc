package io.agent33.sync.core.validate.schema;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecificationVersion;
import java.util.Optional;
import java.util.stream.Stream;

/** The drafts of JSON Schema that are known, by what schemas call them. */
final class Drafts {
    private static final String SITE = "://json-schema.org/";

    private Drafts() {}

    /** The draft that a schema names as its own. */
    static Optional<SpecificationVersion> named(String schema) {
        String name = bare(schema);
        return Stream.of(SpecificationVersion.values())
                .filter(draft -> bare(draft.getDialectId()).equals(name))
                .findFirst();
    }

    /** Whether it can be nothing but a draft, known or not. */
    static boolean isDraft(String schema) {
        return bare(schema).startsWith(SITE);
    }

    /** Written with and without an empty fragment, by http and by https. */
    private static String bare(String schema) {
        String name = schema.endsWith("#") ? schema.substring(0, schema.length() - 1) : schema;
        return name.startsWith("https" + SITE)
                ? name.substring("https".length())
                : name.startsWith("http" + SITE) ? name.substring("http".length()) : name;
    }

    static SchemaLocation location(SpecificationVersion draft) {
        return SchemaLocation.of(draft.getDialectId());
    }
}
