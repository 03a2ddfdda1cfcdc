package io.agent33.sync.core.transform;

import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.core.link.LinkReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers a rule's {@code strip_internal_links} and {@code rewrite_paths}. From the first {@code rewrite_paths} on, all of them are
 * one step that is done where the last of them stands: a path that one has written is one of the downstream's, and another
 * would take it for one of upstream's (S6).
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

    void take(TransformStep step) {
        if (step.name().equals(STRIP)) {
            strips = true;
        } else {
            TransformOptions options = new TransformOptions(step.options());
            prefixes.add(PathPrefix.of(options.text("from"), options.text("to")));
        }
    }

    /**
     * Whether what was taken is to be done now.
     *
     * @param later the steps behind the last that was taken
     */
    boolean areDue(List<TransformStep> later) {
        boolean alone = prefixes.isEmpty() && !later.isEmpty() && !takes(later.get(0));
        return alone || later.stream().noneMatch(LinkSteps::takes);
    }

    /** All that was taken as one; it is forgotten then. */
    Transform done() {
        Transform transform = new LinkTransform(reader, strips, prefixes);
        prefixes.clear();
        strips = false;
        return transform;
    }
}
