package io.agent33.sync.github.pull;

import io.agent33.sync.api.report.Purpose;

/** The branches that a rule's pull requests come from, one a release (S11). */
record RuleBranches(String ruleId, Purpose purpose) {
    /** No label holds it. */
    private static final String ANY = "\n";

    /** @param key {@link io.agent33.sync.api.publish.PullRequestDraft#ruleId} */
    static RuleBranches of(String key) {
        String ruleId = key.replaceFirst("~.*", "");
        for (Purpose purpose : Purpose.values()) {
            if (purpose.pullRequestOf(ruleId).equals(key)) {
                return new RuleBranches(ruleId, purpose);
            }
        }
        throw new IllegalArgumentException("no rule's pull request: " + key);
    }

    /** The one for a release's label. */
    String at(String label) {
        return purpose.branch(label, ruleId);
    }

    /** Whether a branch is one of them, for whatever release. */
    boolean contains(String branch) {
        String any = at(ANY);
        String before = any.substring(0, any.indexOf(ANY));
        String after = any.substring(any.indexOf(ANY) + 1);
        int end = branch.length() - after.length();
        return end > before.length()
                && branch.startsWith(before + "v")
                && branch.endsWith(after)
                && branch.indexOf('/', before.length()) == end;
    }
}
