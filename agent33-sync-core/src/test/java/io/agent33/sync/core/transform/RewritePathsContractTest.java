package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.testkit.contract.TransformContract;
import java.util.List;

/** The rewriting of paths owes what every transform owes. */
class RewritePathsContractTest extends TransformContract {
    @Override
    protected TransformProvider provider() {
        return TransformProvider.of(new RewritePaths(LinkReader.keeping(), List.of(PathPrefix.of("core/", "docs/"))));
    }

    @Override
    protected String changed() {
        return "see `core/a.md`\n";
    }

    @Override
    protected String unchanged() {
        return "see `core/gone.md`, [a](a.md) and https://example.com/core/a.md\n";
    }
}
