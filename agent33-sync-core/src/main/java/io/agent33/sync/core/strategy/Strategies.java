package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.Strategy;

/** The strategies of S5. */
public final class Strategies {
    private Strategies() {}

    /**
     * The rendering of a strategy for one release.
     *
     * @throws IllegalArgumentException for {@link Strategy#TEMPLATE}, which rules cannot use yet
     */
    public static Rendering rendering(Strategy strategy, UpstreamRepository upstream, Release release) {
        return switch (strategy) {
            case COPY -> file -> new Rendered.Unchanged(file.state().id());
            case REFERENCE -> new ReferenceRendering(upstream, release);
            case TEMPLATE -> throw new IllegalArgumentException("the template strategy is not supported yet");
        };
    }
}
