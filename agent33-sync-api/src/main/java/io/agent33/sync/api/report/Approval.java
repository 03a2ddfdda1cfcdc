package io.agent33.sync.api.report;

import java.util.regex.Pattern;

/**
 * That somebody has seen a plan and wants exactly that to be applied (S2).
 *
 * @param plan {@link SyncPlan#digest} of the plan that was approved
 * @param by who approved it, as pull requests and reports tell it: one line of 1 to 100 characters, none of them invisible
 */
public record Approval(String plan, String by) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{C}](?:[^\\p{C}\\p{Zl}\\p{Zp}]{0,98}[^\\s\\p{C}])?");

    /** @throws IllegalArgumentException if one of the two is not as told */
    public Approval {
        if (!DIGEST.matcher(plan).matches()) {
            throw new IllegalArgumentException(
                    "an approval names the digest of a plan, 64 hexadecimal digits in lower case, not \"" + plan
                            + "\"");
        }
        if (!NAME.matcher(by).matches()) {
            throw new IllegalArgumentException(
                    "an approval names a person on one line of 1 to 100 visible characters, not \"" + by + "\"");
        }
    }
}
