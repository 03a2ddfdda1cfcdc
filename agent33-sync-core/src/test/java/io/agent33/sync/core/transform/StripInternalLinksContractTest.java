package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.testkit.contract.TransformContract;
import io.agent33.sync.testkit.memory.MemoryDelivery;

/** The unlinking of internal documents owes what every transform owes. */
class StripInternalLinksContractTest extends TransformContract {
    @Override
    protected TransformProvider provider() {
        return TransformProvider.of(new StripInternalLinks(LinkReader.keeping()));
    }

    @Override
    protected MemoryDelivery delivery() {
        return super.delivery().file("notes/internal.md", "# Internal\n");
    }

    @Override
    protected String changed() {
        return "see [notes](../notes/internal.md)\n";
    }

    @Override
    protected String unchanged() {
        return "see [a](a.md), [what never was](never.md), <https://example.com> and notes/internal.md\n";
    }
}
