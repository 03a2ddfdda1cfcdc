package io.agent33.sync.core.plan;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.core.strategy.Rendered;
import io.agent33.sync.core.strategy.SourceFile;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.transform.TransformChain;
import io.agent33.sync.core.tree.Blobs;
import java.util.List;
import java.util.Optional;

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
            return apply(file, rendered, new TextFile(made.text(), false));
        }
        Optional<byte[]> content =
                Blobs.read(view.repository().blobs(), file.state().id(), UpstreamTexts.MOST_BYTES);
        if (content.isEmpty()) {
            return new Outcome(tooLong(file, rendered), List.of());
        }
        return TextFile.of(content.get())
                .map(text -> apply(file, rendered, text))
                .orElseGet(() -> new Outcome(rendered, List.of()));
    }

    private Outcome apply(SourceFile file, Rendered rendered, TextFile text) {
        Document after = chain.apply(new Document(file.path(), file.target(), text.text()), context);
        Rendered result = after.text().equals(text.text())
                ? rendered
                : new Rendered.Made(text.with(after.text()).whole());
        return new Outcome(result, after.notes());
    }

    /** Binary, by git's own rule of thumb, or a text that nobody can work on. */
    private Rendered tooLong(SourceFile file, Rendered rendered) {
        byte[] start = Blobs.start(view.repository().blobs(), file.state().id(), 8000);
        for (byte b : start) {
            if (b == 0) {
                return rendered;
            }
        }
        return new Rendered.Impossible(
                "a text of more than " + UpstreamTexts.MOST_BYTES + " bytes, too long for transforms",
                "exclude it with filters.exclude, or deliver it by a rule without transforms");
    }
}
