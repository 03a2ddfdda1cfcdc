package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.Optional;

/** Everything that a {@link GitUpstream} was told. */
record UpstreamSettings(Address address, RepositoryId id, Access access, GitCache cache, Optional<WebPages> web) {
    static UpstreamSettings of(Address address) {
        return new UpstreamSettings(
                address,
                address.id(),
                Access.DEFAULT,
                GitCache.shared(),
                address.webTemplate().map(WebPages::by));
    }

    UpstreamSettings withId(RepositoryId other) {
        return new UpstreamSettings(address, other, access, cache, web);
    }

    UpstreamSettings with(Access other) {
        return new UpstreamSettings(address, id, other, cache, web);
    }

    UpstreamSettings withCache(GitCache other) {
        return new UpstreamSettings(address, id, access, other, web);
    }

    UpstreamSettings withWeb(WebPages other) {
        return new UpstreamSettings(address, id, access, cache, Optional.of(other));
    }
}
