package io.agent33.sync.core.validate;

/** Whose fault it is that a reference leads nowhere, and what to do about it (S6). */
enum LinkFault {
    UPSTREAM("link-broken-upstream", "mend it upstream, or accept it in validation.allow"),
    NOT_DELIVERED(
            "link-not-delivered",
            "deliver it by a rule of this downstream, or add strip_internal_links to the rule's transforms"),
    ELSEWHERE("link-elsewhere", "add rewrite_paths to the rule's transforms"),
    LOCAL("link-broken-locally", "mend it in this downstream: in the override, or in the file itself"),
    RULE("link-broken-by-rule", "look at the rule's transforms and variables"),
    MENTION("mention-broken", "look at the rule's transforms"),
    ANCHOR("anchor-missing", "mend it upstream, or accept it in validation.allow"),
    ANCHOR_LOCAL("anchor-changed-locally", "give the heading back in the override, or link to another"),
    ANCHOR_RULE("anchor-broken-by-rule", "look at the rule's transforms and variables");

    private final String code;
    private final String remedy;

    LinkFault(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    String remedy() {
        return remedy;
    }
}
