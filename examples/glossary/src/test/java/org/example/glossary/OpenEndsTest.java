package org.example.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.testkit.contract.ValidatorContract;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import org.junit.jupiter.api.Test;

/** It owes what every validator owes, and finds the place. */
class OpenEndsTest extends ValidatorContract {
    @Override
    protected Validator validator() {
        return new OpenEnds();
    }

    @Override
    protected MemoryDelivery good() {
        return MemoryDelivery.of("core/", "docs/").file("core/a.md", "All done, as in TODOS.\n");
    }

    @Override
    protected MemoryDelivery bad() {
        return good().file("core/b.md", "# B\n\nTBD, and a TODO.\n");
    }

    @Test
    void eachWordIsFoundInItsPlace() {
        assertThat(validator().check(bad().validationContext()))
                .extracting(Finding::where)
                .extracting(Object::toString)
                .containsExactly("docs/b.md:3:1", "docs/b.md:3:12");
    }
}
