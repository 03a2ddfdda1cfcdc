package io.agent33.sync.core.transform;

import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.plugin.PluginCalls;
import io.agent33.sync.core.plugin.PluginException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The transforms of one rule in their order. Thread-safe. */
public final class TransformChain {
    private final List<Link> links;

    private record Link(String name, Transform transform, boolean guarded) {}

    private final PluginCalls plugins;

    private TransformChain(List<Link> links, PluginCalls plugins) {
        this.links = links;
        this.plugins = plugins;
    }

    /**
     * @param steps of a checked rule
     * @param links reads what texts refer to
     * @param host what the host registered, by name
     * @throws PluginException if one of these cannot be made
     */
    public static TransformChain of(
            List<TransformStep> steps, LinkReader links, Map<String, TransformProvider> host, PluginCalls plugins) {
        return new TransformChain(
                steps.stream().map(step -> link(step, links, host, plugins)).toList(), plugins);
    }

    private static Link link(
            TransformStep step, LinkReader links, Map<String, TransformProvider> host, PluginCalls plugins) {
        TransformOptions options = new TransformOptions(step.options());
        TransformProvider own = Transforms.builtIn(links).get(step.name());
        if (own != null) {
            return new Link(step.name(), own.create(options), false);
        }
        TransformProvider provider = host.get(step.name());
        if (provider == null) {
            throw new PluginException(named(step.name()), "a transform that is registered", "none");
        }
        return new Link(step.name(), plugins.call(named(step.name()), () -> provider.create(options)), true);
    }

    private static String named(String name) {
        return "transform \"" + name + "\"";
    }

    /** Whether there is nothing to do for any file. */
    public boolean isEmpty() {
        return links.isEmpty();
    }

    /**
     * The document behind the last transform.
     *
     * @throws PluginException if a host's transform breaks its law
     */
    public Document apply(Document document, TransformContext context) {
        Document current = document;
        for (Link link : links) {
            current = link.guarded ? guarded(link, current, context) : link.transform.apply(current, context);
        }
        return current;
    }

    private Document guarded(Link link, Document before, TransformContext context) {
        String asked = named(link.name) + " for " + before.source();
        Document after = plugins.call(asked, () -> link.transform.apply(before, context));
        if (!after.source().equals(before.source()) || !after.target().equals(before.target())) {
            throw new PluginException(asked, "the same file with another text", "the file " + after.source());
        }
        if (after.text().indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(after.text())) {
            throw new PluginException(asked, "text", "a NUL character, or half of a character");
        }
        return after;
    }
}
