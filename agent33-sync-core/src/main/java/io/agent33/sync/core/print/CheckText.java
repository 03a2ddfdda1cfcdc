package io.agent33.sync.core.print;

import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.text.OneLine;
import java.util.List;
import java.util.stream.Collectors;

/** What the checks say, for people: a line for all, and what needs a look below it. */
final class CheckText {
    /** The structured forms have all. */
    private static final int MOST_FINDINGS = 10;

    private final Output out;

    CheckText(Output out) {
        this.out = out;
    }

    void write(List<CheckResult> checks) {
        out.line("  checks: "
                + checks.stream()
                        .map(check ->
                                OneLine.of(check.name()) + " " + check.status().key())
                        .collect(Collectors.joining(", ")));
        checks.stream().filter(CheckText::speaks).forEach(this::explain);
    }

    private static boolean speaks(CheckResult check) {
        return check.status() == CheckStatus.FAIL || check.status() == CheckStatus.WARN;
    }

    private void explain(CheckResult check) {
        out.line("    " + OneLine.of(check.name()) + ": " + OneLine.of(check.details()));
        List<Finding> findings = check.findings();
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> out.line("      " + OneLine.of(finding.toString())));
        if (findings.size() > MOST_FINDINGS) {
            out.line("      and " + (findings.size() - MOST_FINDINGS) + " more");
        }
    }
}
