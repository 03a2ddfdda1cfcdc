package io.agent33.sync.api.rule;

import io.agent33.sync.api.repository.UpstreamRepository;

/**
 * What a rule source is given to read with.
 *
 * @param upstream the canonical repository, for sources that keep rules in it; borrowed, so never to be closed by a source
 * @param host the names that a rule may use besides those that every engine has
 */
public record RuleContext(UpstreamRepository upstream, HostPlugins host) {
    /** One of a host without plugins. */
    public static RuleContext of(UpstreamRepository upstream) {
        return new RuleContext(upstream, HostPlugins.none());
    }
}
