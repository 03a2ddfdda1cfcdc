package io.agent33.sync.api.report;

/** What a proposal is for; each has branches, commits and pull requests of its own. */
public enum Purpose {
    /** To bring a release (S11). */
    SYNC("", "Agent33-Release"),
    /** To take one back (S12). */
    ROLLBACK("rollback", "Agent33-Rollback"),
    /** To let one that was taken back be delivered again (S12). */
    ALLOWANCE("allow", "Agent33-Allowance");

    private final String key;
    private final String trailer;

    Purpose(String key, String trailer) {
        this.key = key;
        this.trailer = trailer;
    }

    /** The branch of a rule's proposal for a release's label. */
    public String branch(String label, String ruleId) {
        return "agent33-sync/" + (key.isEmpty() ? "" : key + "/") + label + "/" + ruleId;
    }

    /** Whose pull request it is to a publisher: the rule's own, or another that no rule's id can meet. */
    public String pullRequestOf(String ruleId) {
        return key.isEmpty() ? ruleId : ruleId + "~" + key;
    }

    /** The trailer of its commits that names the release. */
    public String trailer() {
        return trailer;
    }
}
