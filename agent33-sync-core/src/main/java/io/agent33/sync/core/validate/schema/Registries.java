package io.agent33.sync.core.validate.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.ResourceLoader;
import java.util.Locale;
import java.util.function.Predicate;

/** The validator, set up to ask nobody. */
final class Registries {
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .regularExpressionFactory(BoundedPattern::new)
            .preloadSchema(false)
            .build();

    private Registries() {}

    /**
     * @param here whether a schema of that address is held here; of all others those of the drafts alone are
     * @param loader of those that are
     */
    static SchemaRegistry with(Predicate<AbsoluteIri> here, ResourceLoader loader) {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.dialectRegistry(new SilentDialects())
                        .schemaRegistryConfig(CONFIG)
                        .schemaLoader(schemas -> schemas.resourceLoaders(loaders -> loaders.add(loader))
                                .allow(iri -> here.test(iri) || Drafts.isDraft(iri.toString()))));
    }

    /** For schemas of drafts alone. */
    static SchemaRegistry ofDrafts() {
        return with(iri -> false, iri -> null);
    }
}
