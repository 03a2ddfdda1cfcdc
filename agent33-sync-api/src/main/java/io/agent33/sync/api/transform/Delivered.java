package io.agent33.sync.api.transform;

import io.agent33.sync.api.repository.RepoPath;
import java.util.Optional;

/**
 * Where upstream's files lie in one downstream: the delivered set of S1, that is what all active rules of the downstream
 * deliver, less what is opted out. Immutable and thread-safe.
 */
public interface Delivered {
    /**
     * Where a file lies downstream. If several rules deliver it, where the rule at hand puts it, else the first rule by id.
     *
     * @param source a path upstream
     * @return empty if it is not delivered
     */
    Optional<RepoPath> file(String source);

    /**
     * The one folder downstream below which all delivered files of a folder lie, each as far down as upstream.
     *
     * @param source a folder's path upstream, without a slash at its end; empty text for the root
     * @return a path without a slash at its end, empty text for the root; nothing if no file of it is delivered, or they lie
     *     below several folders
     */
    Optional<String> folder(String source);

    /**
     * The inverse of {@link #file}.
     *
     * @param target a path downstream
     * @return the path upstream of what lies there, or will once the rule that delivers it is merged
     */
    Optional<String> source(String target);

    /** Whether a delivered file lies, or will lie, at a path downstream or below it. */
    boolean reaches(String target);
}
