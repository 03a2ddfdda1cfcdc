package io.agent33.sync.core.transform;

import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.core.link.LinkReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers a rule's {@code strip_internal_links} and {@code rewrite_paths}. Both go by what a reference names upstream, and a path
 * that was rewritten names something downstream. So from the first {@code rewrite_paths} on, all of them are one step, done where
 * the last of them stands (S6): first links are stripped, then all paths are rewritten at once.
 */
final class LinkSteps {
    static final String STRIP = "strip_internal_links";
    static final String REWRITE = "rewrite_paths";

    private final LinkReader reader;
    private final List<PathPrefix> prefixes = new ArrayList<>();
    private boolean strips;

    LinkSteps(LinkReader reader) {
        this.reader = reader;
    }

    static boolean takes(TransformStep step) {
        return step.name().equals(STRIP) || step.name().equals(REWRITE);
    }

    /**
     * Takes a step.
     *
     * @param later the steps behind it
     * @return what is to be done now
     */
    List<Transform> take(TransformStep step, List<TransformStep> later) {
        if (step.name().equals(STRIP)) {
            strips = true;
        } else {
            TransformOptions options = new TransformOptions(step.options());
            prefixes.add(PathPrefix.of(options.text("from"), options.text("to")));
        }
        return prefixes.isEmpty() || later.stream().noneMatch(LinkSteps::takes) ? taken() : List.of();
    }

    private List<Transform> taken() {
        List<Transform> taken = new ArrayList<>();
        if (strips) {
            taken.add(new StripInternalLinks(reader));
            strips = false;
        }
        if (!prefixes.isEmpty()) {
            taken.add(new RewritePaths(reader, prefixes));
        }
        return taken.isEmpty() ? taken : List.of(new KeepAnchors(reader, taken));
    }
}
