package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.util.Optional;

/** A stub in the target's own format that names the document, the release and its permanent address (S5). */
final class ReferenceRendering implements Rendering {
    private final UpstreamRepository upstream;
    private final Release release;

    ReferenceRendering(UpstreamRepository upstream, Release release) {
        this.upstream = upstream;
        this.release = release;
    }

    @Override
    public Rendered render(SourceFile file) {
        Optional<StubFormat> format = StubFormat.of(file.target().name());
        if (format.isEmpty()
                && SourceText.looksBinary(upstream.blobs(), file.state().id())) {
            return new Rendered.Impossible(
                    "a binary file has no place for a reference",
                    "exclude it with filters.exclude, or deliver it with strategy: copy");
        }
        Stub stub = new Stub(
                upstream.id().value(),
                file.path(),
                release.label(),
                upstream.webAddress(release.permanentName(), file.path()).map(Object::toString));
        return new Rendered.Made(format.orElse(StubFormat.PLAIN).write(stub));
    }
}
