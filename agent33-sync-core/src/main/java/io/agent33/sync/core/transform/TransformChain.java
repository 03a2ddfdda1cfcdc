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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The transforms of one rule in their order. Thread-safe. */
public final class TransformChain {
    private final List<Stage> stages;
    private final PluginCalls plugins;

    /** @param guarded whether it is the host's */
    private record Stage(String name, Transform transform, boolean guarded) {}

    private TransformChain(List<Stage> stages, PluginCalls plugins) {
        this.stages = List.copyOf(stages);
        this.plugins = plugins;
    }

    /**
     * @param steps of a checked rule
     * @param reader reads what texts refer to
     * @param host what the host registered, by name
     * @throws PluginException if one of these cannot be made
     */
    public static TransformChain of(
            List<TransformStep> steps, LinkReader reader, Map<String, TransformProvider> host, PluginCalls plugins) {
        List<Stage> stages = new ArrayList<>();
        LinkSteps links = new LinkSteps(reader);
        for (int i = 0; i < steps.size(); i++) {
            TransformStep step = steps.get(i);
            if (step.name().equals(Transforms.STAMP_VERSION)) {
                stages.add(new Stage(step.name(), new StampVersion(), false));
            } else if (!LinkSteps.takes(step)) {
                stages.add(hosts(step, host, plugins));
            } else {
                links.take(step, steps.subList(i + 1, steps.size()))
                        .forEach(transform -> stages.add(new Stage(step.name(), transform, false)));
            }
        }
        return new TransformChain(stages, plugins);
    }

    private static Stage hosts(TransformStep step, Map<String, TransformProvider> host, PluginCalls plugins) {
        TransformProvider provider = host.get(step.name());
        if (provider == null) {
            throw new PluginException(named(step.name()), "a transform that is registered", "none");
        }
        TransformOptions options = new TransformOptions(step.options());
        return new Stage(step.name(), plugins.call(named(step.name()), () -> provider.create(options)), true);
    }

    private static String named(String name) {
        return "transform \"" + name + "\"";
    }

    /** Whether there is nothing to do for any file. */
    public boolean isEmpty() {
        return stages.isEmpty();
    }

    /**
     * The document behind the last transform.
     *
     * @throws PluginException if a host's transform breaks its law
     */
    public Document apply(Document document, TransformContext context) {
        Document current = document;
        for (Stage stage : stages) {
            current = stage.guarded ? guarded(stage, current, context) : stage.transform.apply(current, context);
        }
        return current;
    }

    private Document guarded(Stage stage, Document before, TransformContext context) {
        String asked = named(stage.name) + " for " + before.source();
        Document after = plugins.call(asked, () -> stage.transform.apply(before, context));
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
