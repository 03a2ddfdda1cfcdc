package io.agent33.sync.api.merge;

/**
 * What the three sides are called where they conflict. Each is one line of visible text.
 *
 * @param local such as {@code override}
 * @param base such as {@code baseline v2.3.1}
 * @param upstream such as {@code v2.4.0}
 */
public record MergeLabels(String local, String base, String upstream) {
    /** @throws IllegalArgumentException if one is blank or holds a control character */
    public MergeLabels {
        for (String label : new String[] {local, base, upstream}) {
            if (label.isBlank() || label.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a label is one line of visible text");
            }
        }
    }

    /**
     * An override that meets a new release.
     *
     * @param baseline label of the release that was merged before (S10)
     * @param release label of the new one
     */
    public static MergeLabels ofReleases(String baseline, String release) {
        return new MergeLabels("override", "baseline " + baseline, release);
    }
}
