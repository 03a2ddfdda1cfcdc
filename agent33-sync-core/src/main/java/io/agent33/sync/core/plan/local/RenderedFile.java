package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.TransformNote;
import java.util.List;
import java.util.Optional;

/**
 * A file as upstream renders it now: the letter T of S8.
 *
 * @param source upstream path
 * @param target where it lies downstream
 * @param state mode and blob
 * @param sha256 of the content
 * @param made the content, if it is not the upstream's own blob; nobody changes it
 * @param notes what transforms had to say of it
 */
public record RenderedFile(
        String source,
        RepoPath target,
        FileState state,
        String sha256,
        Optional<byte[]> made,
        List<TransformNote> notes) {}
