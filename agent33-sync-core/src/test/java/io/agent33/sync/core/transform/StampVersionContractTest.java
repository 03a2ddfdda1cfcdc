package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.testkit.contract.TransformContract;

/** The stamp owes what every transform owes. */
class StampVersionContractTest extends TransformContract {
    @Override
    protected TransformProvider provider() {
        return TransformProvider.of(new StampVersion());
    }

    @Override
    protected String changed() {
        return "# Title\n\ntext\n";
    }

    @Override
    protected String unchanged() {
        return "<!-- agent33-sync: v1.0.0 -->\n# Title\n";
    }
}
