package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * Schemas in files, for the validator. A schema may call itself by an address on the web; what it then refers to beside itself is looked
 * for beside its file. For one thread.
 */
final class HeldSchemas {
    private final SchemaFiles files;
    private final SchemaRegistry registry;
    /** Folders on the web, each with the folder here that holds the same. */
    private final Map<String, String> folders = new LinkedHashMap<>();

    HeldSchemas(SchemaFiles files) {
        this.files = files;
        this.registry = Registries.with(address -> here(address).isPresent(), this::resource);
    }

    Schema schema(SchemaFiles.Held held) {
        return registry.getSchema(SchemaLocation.of(held.address()));
    }

    private Optional<AbsoluteIri> here(AbsoluteIri address) {
        String text = address.toString();
        return SchemaFiles.isHere(address)
                ? Optional.of(address)
                : folders.entrySet().stream()
                        .filter(folder -> text.startsWith(folder.getKey()))
                        .map(folder -> AbsoluteIri.of(folder.getValue()
                                + text.substring(folder.getKey().length())))
                        .findFirst();
    }

    /** What the validator gets for an address; nothing, if there is no such file, or it is no data. */
    private @Nullable InputStreamSource resource(AbsoluteIri address) {
        return here(address)
                .flatMap(this::value)
                .map(value -> value.toString().getBytes(StandardCharsets.UTF_8))
                .map(json -> (InputStreamSource) () -> new ByteArrayInputStream(json))
                .orElse(null);
    }

    private Optional<JsonNode> value(AbsoluteIri here) {
        String path = here.toString();
        Language language =
                Language.ofFile(path.substring(path.lastIndexOf('/') + 1)).orElse(Language.JSON);
        Optional<JsonNode> value = files.text(here)
                .map(language::read)
                .filter(Reading.Data.class::isInstance)
                .map(reading -> ((Reading.Data) reading).documents())
                .filter(documents -> documents.size() == 1)
                .flatMap(documents -> documents.get(0).value());
        value.map(schema -> schema.path("$id").asText(schema.path("id").asText()))
                .filter(SchemaFiles::isAddress)
                .ifPresent(name -> folders.putIfAbsent(folder(name), folder(path)));
        return value;
    }

    private static String folder(String address) {
        return address.substring(0, address.lastIndexOf('/') + 1);
    }
}
