package io.agent33.sync.core.plan;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.core.strategy.Rendered;
import io.agent33.sync.core.strategy.SourceFile;
import io.agent33.sync.core.strategy.SourceText;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.transform.TransformChain;
import java.util.List;

/** What a rule's transforms do to what its strategy made (S5). Thread-safe. */
final class Transforming {
    private final UpstreamView view;
    private final TransformChain chain;
    private final TransformContext context;

    Transforming(UpstreamView view, TransformChain chain, TransformContext context) {
        this.view = view;
        this.chain = chain;
        this.context = context;
    }

    /** @param notes what the transforms have to say of the file */
    record Outcome(Rendered rendered, List<TransformNote> notes) {}

    /** @throws io.agent33.sync.core.plugin.PluginException if a host's transform breaks its law */
    Outcome apply(SourceFile file, Rendered rendered) {
        if (chain.isEmpty() || rendered instanceof Rendered.Impossible) {
            return new Outcome(rendered, List.of());
        }
        if (rendered instanceof Rendered.Made made) {
            return apply(file, rendered, TextFile.ofDecoded(made.text()));
        }
        SourceText source =
                SourceText.read(view.repository().blobs(), file.state().id());
        if (source instanceof SourceText.Text text) {
            return apply(file, rendered, text.file());
        }
        boolean binary = source instanceof SourceText.Binary;
        return new Outcome(binary ? rendered : SourceText.tooLong(), List.of());
    }

    private Outcome apply(SourceFile file, Rendered rendered, TextFile text) {
        Document after = chain.apply(new Document(file.path(), file.target(), text.text()), context);
        Rendered result = after.text().equals(text.text())
                ? rendered
                : new Rendered.Made(text.with(after.text()).whole());
        return new Outcome(result, after.notes());
    }
}
