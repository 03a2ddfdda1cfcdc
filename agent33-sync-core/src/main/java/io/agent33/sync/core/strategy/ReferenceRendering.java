package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.tree.Blobs;
import java.util.Optional;

/** A stub in the target's own format that names the document, the release and its permanent address (S5). */
final class ReferenceRendering implements Rendering {
    private static final int SAMPLE = 8000;

    private final UpstreamRepository upstream;
    private final Release release;

    ReferenceRendering(UpstreamRepository upstream, Release release) {
        this.upstream = upstream;
        this.release = release;
    }

    @Override
    public Rendered render(SourceFile file) {
        Optional<StubFormat> format = StubFormat.of(file.target().name());
        if (format.isEmpty() && looksBinary(upstream.blobs(), file)) {
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

    /** By git's own rule of thumb: a NUL among the first bytes. */
    private static boolean looksBinary(BlobSource blobs, SourceFile file) {
        for (byte b : Blobs.start(blobs, file.state().id(), SAMPLE)) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
