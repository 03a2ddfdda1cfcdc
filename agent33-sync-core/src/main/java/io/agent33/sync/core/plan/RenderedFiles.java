package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.core.plan.local.RenderedFile;
import io.agent33.sync.core.strategy.Rendered;
import io.agent33.sync.core.strategy.Rendering;
import io.agent33.sync.core.strategy.SourceFile;
import io.agent33.sync.core.tree.BlobIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The third stage: each selected file by the rule's strategy (S5).
 *
 * @param files in the selection's order
 * @param objections files that the strategy cannot render
 */
record RenderedFiles(List<RenderedFile> files, List<Objection> objections) {
    /** @param digests SHA-256 of content that need not be read for it */
    static RenderedFiles of(
            Selection selection,
            Rendering strategy,
            Transforming transforming,
            UpstreamView view,
            Map<ObjectId, String> digests) {
        return new Stage(view, digests, transforming).render(selection, strategy);
    }

    private static final class Stage {
        private final UpstreamView view;
        private final Transforming transforming;
        private final Map<ObjectId, String> digests;
        private final List<RenderedFile> files = new ArrayList<>();
        private final List<Objection> objections = new ArrayList<>();

        Stage(UpstreamView view, Map<ObjectId, String> digests, Transforming transforming) {
            this.view = view;
            this.digests = digests;
            this.transforming = transforming;
        }

        RenderedFiles render(Selection selection, Rendering strategy) {
            for (SelectedFile file : selection.files()) {
                SourceFile source =
                        new SourceFile(file.source().path(), file.source().state(), file.target());
                take(source, transforming.apply(source, strategy.render(source)));
            }
            return new RenderedFiles(List.copyOf(files), List.copyOf(objections));
        }

        private void take(SourceFile source, Transforming.Outcome outcome) {
            Rendered rendered = outcome.rendered();
            List<TransformNote> notes = outcome.notes();
            if (rendered instanceof Rendered.Unchanged unchanged) {
                FileState state = new FileState(source.state().mode(), unchanged.blob());
                String known = digests.get(state.id());
                String sha256 = known != null ? known : view.sha256(state.id());
                files.add(new RenderedFile(source.path(), source.target(), state, sha256, Optional.empty(), notes));
            } else if (rendered instanceof Rendered.Made made) {
                byte[] content = made.text().getBytes(StandardCharsets.UTF_8);
                FileState state = new FileState(source.state().mode(), BlobIds.of(content));
                String sha256 = DigestUtils.sha256Hex(content);
                files.add(new RenderedFile(source.path(), source.target(), state, sha256, Optional.of(content), notes));
            } else if (rendered instanceof Rendered.Impossible impossible) {
                impossible.problems().forEach(problem -> objections.add(objection(source.path(), problem)));
            }
        }

        private static Objection objection(String path, Rendered.Problem problem) {
            return Objection.of("not-renderable", path, "", problem.reason(), problem.remedy())
                    .at(new Location(path, problem.line(), 0));
        }
    }
}
