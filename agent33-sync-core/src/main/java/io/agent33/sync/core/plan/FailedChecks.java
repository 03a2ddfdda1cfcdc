package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Checks that failed, as the reasons why there is no pull request (S7). */
public final class FailedChecks {
    private static final int MOST_OBJECTIONS = 100;

    private FailedChecks() {}

    /** Empty if none failed. */
    public static List<Objection> objections(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.status() == CheckStatus.FAIL)
                .flatMap(result -> result.findings().isEmpty()
                        ? Stream.of(failed(result))
                        : result.findings().stream()
                                .filter(finding -> finding.level() == Finding.Level.PROBLEM)
                                .map(finding -> objection(result, finding)))
                .limit(MOST_OBJECTIONS)
                .toList();
    }

    private static Objection failed(CheckResult result) {
        return Objection.of("check-failed", result.name(), "", result.details(), "");
    }

    private static Objection objection(CheckResult result, Finding finding) {
        return Objection.of(finding.code(), result.name(), "", finding.message(), finding.remedy())
                .at(finding.where());
    }
}
