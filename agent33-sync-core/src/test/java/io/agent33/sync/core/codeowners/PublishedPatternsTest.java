package io.agent33.sync.core.codeowners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agent33.sync.core.suite.Suite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published table of patterns and paths. */
@Tag("corpus")
class PublishedPatternsTest {
    @Test
    void everyPathIsOwnedAsTheTableSays() throws IOException {
        JsonNode table = new ObjectMapper().readTree(Suite.file("codeowners-patterns.json"));
        List<String> differing = new ArrayList<>();
        int paths = 0;
        for (JsonNode each : table) {
            CodeOwners owners = CodeOwners.parse(each.path("pattern").asText() + " @ann");
            for (Map.Entry<String, JsonNode> path : each.path("paths").properties()) {
                if (path.getKey().endsWith("/")) {
                    // A folder, which nobody delivers: one of the table.
                    continue;
                }
                paths++;
                boolean owned = !owners.of(path.getKey()).isEmpty();
                if (owned != path.getValue().asBoolean()) {
                    differing.add(each.path("pattern").asText() + " on " + path.getKey() + ": " + owned);
                }
            }
        }

        assertThat(paths).isEqualTo(152);
        assertThat(differing).isEmpty();
    }
}
