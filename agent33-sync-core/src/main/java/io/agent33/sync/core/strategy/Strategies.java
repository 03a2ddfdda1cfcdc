package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.SyncRule;
import java.util.Map;

/** The strategies of S5. */
public final class Strategies {
    private Strategies() {}

    /**
     * The rendering of a rule for one release.
     *
     * @param given what the host, the rule and the downstream define for templates
     */
    public static Rendering rendering(
            SyncRule rule, UpstreamRepository upstream, Release release, Map<String, String> given) {
        return switch (rule.strategy()) {
            case COPY -> file -> new Rendered.Unchanged(file.state().id());
            case REFERENCE -> new ReferenceRendering(upstream, release);
            case TEMPLATE ->
                new TemplateRendering(
                        upstream.blobs(),
                        rule.delimiters(),
                        new TemplateVariables(rule.id(), upstream.id(), rule.targetRepo(), release, given));
        };
    }
}
