package io.agent33.sync.github;

/** Deliveries whose payloads hold what matters, and no more. */
final class Payloads {
    static final String UPSTREAM = "\"repository\": {\"full_name\": \"agent33/agent33\", \"default_branch\": \"main\"}";
    static final String DOWNSTREAM = "\"repository\": {\"full_name\": \"org/webapp\", \"default_branch\": \"main\"}";
    static final String ELSEWHERE = "\"repository\": {\"full_name\": \"org/else\", \"default_branch\": \"main\"}";

    static Sent release(String action, String tag, boolean draft) {
        return Sent.of(
                "release",
                "{\"action\": \"%s\", \"release\": {\"tag_name\": \"%s\", \"draft\": %s, \"prerelease\": false}, %s}"
                        .formatted(action, tag, draft, UPSTREAM));
    }

    static Sent push(String ref, boolean deleted) {
        return Sent.of(
                "push",
                "{\"ref\": \"%s\", \"after\": \"%s\", \"deleted\": %s, %s}"
                        .formatted(ref, "1".repeat(40), deleted, UPSTREAM));
    }

    static Sent create(String type, String ref) {
        return Sent.of(
                "create",
                "{\"ref\": \"%s\", \"ref_type\": \"%s\", \"master_branch\": \"main\", %s}"
                        .formatted(ref, type, UPSTREAM));
    }

    static Sent pull(String action, boolean merged, String branch, int headRepository) {
        return Sent.of("pull_request", """
                {"action": "%s", "pull_request": {"merged": %s, "head": {"ref": "%s", "repo": {"id": %d}},
                 "base": {"ref": "main", "repo": {"id": 7}}}, %s}""".formatted(action, merged, branch, headRepository, DOWNSTREAM));
    }

    private Payloads() {}
}
