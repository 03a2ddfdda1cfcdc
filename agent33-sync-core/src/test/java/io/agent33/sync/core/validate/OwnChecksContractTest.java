package io.agent33.sync.core.validate;

import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.validate.secret.SecretScanner;
import io.agent33.sync.testkit.contract.ValidatorContract;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import org.junit.jupiter.api.Nested;

/** The engine's own checks owe what it asks of those of hosts. */
class OwnChecksContractTest {
    private static Validator of(Inspection inspection) {
        return context -> inspection.inspect(context, "").found().stream()
                .map(Found::finding)
                .toList();
    }

    private static MemoryDelivery delivery() {
        return MemoryDelivery.of("core/", "docs/");
    }

    @Nested
    class Schemas extends ValidatorContract {
        @Override
        protected Validator validator() {
            return of(new SchemaCheck(LinkReader.keepingNothing()));
        }

        @Override
        protected MemoryDelivery good() {
            return delivery().file("core/a.md", "# A\n\n```json\n{}\n```\n").file("core/b.yaml", "a: 1\n");
        }

        @Override
        protected MemoryDelivery bad() {
            return delivery().file("core/a.json", "{\n  \"a\": }\n").file("core/b.md", "```yaml\na: [\n```\n");
        }
    }

    @Nested
    class Secrets extends ValidatorContract {
        @Override
        protected Validator validator() {
            return of(new SecretScanCheck(SecretScanner.builtIn()));
        }

        @Override
        protected MemoryDelivery good() {
            return delivery().file("core/a.md", "# A\n");
        }

        @Override
        protected MemoryDelivery bad() {
            return delivery().file("core/a.md", "# A\n\nsee D:\\work\\private\\notes.md\n");
        }
    }

    @Nested
    class VersionTags extends ValidatorContract {
        @Override
        protected Validator validator() {
            return of(new VersionTagCheck());
        }

        @Override
        protected MemoryDelivery good() {
            return delivery().file("core/a.md", "<!-- v1.0.0 -->\n# A\n");
        }

        @Override
        protected MemoryDelivery bad() {
            return delivery().file("core/a.md", "# A\n");
        }
    }
}
