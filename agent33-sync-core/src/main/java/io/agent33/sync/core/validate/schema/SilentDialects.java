package io.agent33.sync.core.validate.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.Specification;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DefaultDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.util.List;
import java.util.stream.Stream;

/** The dialects of the validator, but that it logs nothing of a keyword that it does not know: schemas are free to have such. */
final class SilentDialects extends DefaultDialectRegistry {
    private static final List<Dialect> KNOWN = Stream.concat(
                    Stream.of(SpecificationVersion.values()).map(Specification::getDialect),
                    Stream.of(Dialects.getOpenApi30(), Dialects.getOpenApi31()))
            .map(dialect -> silent(Dialect.builder(dialect)).build())
            .toList();

    SilentDialects() {
        super(KNOWN);
    }

    /** One that a schema in a file describes. */
    @Override
    protected Dialect.Builder loadDialectBuilder(String id, SchemaRegistry registry) {
        return silent(super.loadDialectBuilder(id, registry));
    }

    private static Dialect.Builder silent(Dialect.Builder dialect) {
        return dialect.unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword));
    }
}
