package io.agent33.sync.api.rule;

import io.agent33.sync.api.repository.UpstreamRepository;
import java.util.Set;

/**
 * What a rule source is given to read with.
 *
 * @param upstream the canonical repository, for sources that keep rules in it; borrowed, so never to be closed by a source
 * @param transforms the names under which the host registered transforms of its own; a rule may name these besides those
 *     that every engine has
 */
public record RuleContext(UpstreamRepository upstream, Set<String> transforms) {
    public RuleContext {
        transforms = Set.copyOf(transforms);
    }

    /** One without transforms of a host. */
    public static RuleContext of(UpstreamRepository upstream) {
        return new RuleContext(upstream, Set.of());
    }
}
