package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.UpstreamRepository;

/** The place where an upstream lives. To be implemented beside an {@link UpstreamRepository}. */
public interface UpstreamHost extends RepositoryHost {
    /** A fresh port to it, as a new run would open it; the test closes it. */
    UpstreamRepository open();
}
