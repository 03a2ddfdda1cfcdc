package io.agent33.sync.core.markdown;

import java.util.Optional;

/**
 * Where a reference leads, as it is written and as it is meant.
 *
 * @param range the destination in the text: with angle brackets, if it has them; without quotes and title
 * @param raw what stands there
 * @param url the same with escapes and entities resolved and without angle brackets, still percent-encoded
 * @param kind what the url says of where it leads
 * @param path the path, percent-decoded; empty if the url is external or leads within the document
 * @param pathRange where the path stands in the text: what is replaced to lead the reference elsewhere. Query and
 *     fragment stand behind it. Empty if the path is.
 * @param query what stands between {@code ?} and {@code #}, as in the url; not of an external url
 * @param fragment what stands behind {@code #}, percent-decoded; not of an external url
 * @param writing how it is written
 */
public record Destination(
        Range range,
        String raw,
        String url,
        DestinationKind kind,
        String path,
        Range pathRange,
        Optional<String> query,
        Optional<String> fragment,
        Writing writing) {

    /**
     * What to put at {@link #pathRange} so that the text parsed again has this path here and all else as before.
     *
     * @param newPath a path of a repository, relative or from its root; no percent-encoding
     * @return empty if no path can be written here: at an external url; at a mention, if the path is no token (see the
     *     package), or begins or ends with a slash where the old one does not, or the other way round
     */
    public Optional<String> encode(String newPath) {
        if (newPath.isEmpty() || newPath.startsWith("//") || kind == DestinationKind.EXTERNAL) {
            return Optional.empty();
        }
        return writing == Writing.MENTION
                ? Optional.of(newPath).filter(this::canStandHere)
                : Optional.of(PathEncoding.of(newPath, writing == Writing.ANGLE));
    }

    private boolean canStandHere(String newPath) {
        return newPath.startsWith("/") == path.startsWith("/")
                && newPath.endsWith("/") == path.endsWith("/")
                && !newPath.endsWith(".")
                && Mentions.isToken(newPath);
    }
}
