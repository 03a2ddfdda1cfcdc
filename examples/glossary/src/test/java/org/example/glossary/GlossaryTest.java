package org.example.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.testkit.contract.TransformContract;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The glossary owes what every transform owes, and something of its own. */
class GlossaryTest extends TransformContract {
    private static final Map<String, Object> OPTIONS = Map.of("file", "core/terms.txt");

    @Override
    protected TransformProvider provider() {
        return Glossary.provider();
    }

    @Override
    protected Map<String, Object> options() {
        return OPTIONS;
    }

    @Override
    protected MemoryDelivery delivery() {
        return super.delivery().file("core/terms.txt", "drift: what nobody meant to change\nblob: content by its id\n");
    }

    @Override
    protected String changed() {
        return "# On drift\n\nA drift is no rift; a blob is.\n";
    }

    @Override
    protected String unchanged() {
        return "# On drifting\n";
    }

    private static Document applied(MemoryDelivery delivery) {
        return Glossary.provider()
                .create(new TransformOptions(OPTIONS))
                .apply(delivery.document("core/guide.md"), delivery.transformContext());
    }

    @Test
    void eachTermIsExplainedWhereItIsFirstSaid() {
        assertThat(applied(delivery().file("core/guide.md", changed())).text())
                .isEqualTo("# On drift (what nobody meant to change)\n\n"
                        + "A drift is no rift; a blob (content by its id) is.\n");
    }

    @Test
    void aMissingGlossaryIsNoted() {
        MemoryDelivery without = MemoryDelivery.of("core/", "docs/").file("core/guide.md", changed());

        assertThat(applied(without).notes()).extracting(TransformNote::code).containsExactly("glossary-missing");
    }

    @Test
    void aBadOptionIsObjectedTo() {
        TransformOptions none = new TransformOptions(Map.of());
        TransformOptions absolute = new TransformOptions(Map.of("file", "/terms.txt"));

        Glossary.provider().create(none);
        Glossary.provider().create(absolute);

        assertThat(none.objections()).singleElement().satisfies(it -> assertThat(it.code()).isEqualTo("missing-key"));
        assertThat(absolute.objections())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo("absolute-path"));
    }
}
