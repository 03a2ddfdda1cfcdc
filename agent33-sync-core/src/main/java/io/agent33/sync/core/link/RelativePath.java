package io.agent33.sync.core.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths of a repository as seen from its folders. Folders have no slash at their end; the root is empty text. */
public final class RelativePath {
    private RelativePath() {}

    /** The folder that a file or a folder lies in. */
    public static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * What a path means from a folder: {@code .}, {@code ..} and empty segments resolved, no slash at its end.
     *
     * @return empty text for the root; nothing if it leads out of the repository
     */
    public static Optional<String> resolve(String folder, String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : (folder + "/" + path).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.remove(segments.size() - 1);
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /**
     * The shortest way from a folder to a path, such that {@link #resolve} leads back to it.
     *
     * @return {@code .} if it is the folder itself
     */
    public static String between(String folder, String path) {
        String[] from = folder.isEmpty() ? new String[0] : folder.split("/", -1);
        String[] to = path.isEmpty() ? new String[0] : path.split("/", -1);
        int common = 0;
        while (common < from.length && common < to.length && from[common].equals(to[common])) {
            common++;
        }
        List<String> steps = new ArrayList<>();
        for (int i = common; i < from.length; i++) {
            steps.add("..");
        }
        for (int i = common; i < to.length; i++) {
            steps.add(to[i]);
        }
        return steps.isEmpty() ? "." : String.join("/", steps);
    }
}
