package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.tree.Blobs;
import java.util.Optional;

/** A file of the upstream, for whoever works on its text. */
public sealed interface SourceText {
    /** What is longer is no text to work on. */
    int MOST_BYTES = 16 << 20;

    /** UTF-8 without a NUL byte (S4). */
    record Text(TextFile file) implements SourceText {}

    /** Anything else, which is delivered as it is. */
    record Binary() implements SourceText {}

    /** More than {@link #MOST_BYTES}, and not binary by git's rule of thumb. */
    record TooLong() implements SourceText {}

    /** @throws io.agent33.sync.api.error.RepositoryException if it cannot be read */
    static SourceText read(BlobSource blobs, ObjectId blob) {
        Optional<byte[]> content = Blobs.read(blobs, blob, MOST_BYTES);
        if (content.isEmpty()) {
            return looksBinary(blobs, blob) ? new Binary() : new TooLong();
        }
        return TextFile.of(content.get()).<SourceText>map(Text::new).orElseGet(Binary::new);
    }

    /** By git's own rule of thumb: a NUL among the first bytes. */
    static boolean looksBinary(BlobSource blobs, ObjectId blob) {
        return TextFile.holdsNul(Blobs.start(blobs, blob, 8000));
    }

    /** What to say of a text that is too long. */
    static Rendered.Impossible tooLong() {
        return new Rendered.Impossible(
                "a text of more than " + MOST_BYTES + " bytes, too long to be changed",
                "exclude it with filters.exclude, or deliver it by a rule that only copies");
    }
}
