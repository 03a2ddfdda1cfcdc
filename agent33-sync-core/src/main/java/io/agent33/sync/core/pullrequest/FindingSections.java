package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of a body that list what the checks found (S7, S11). */
final class FindingSections {
    private FindingSections() {}

    /** What was found, and what of it is accepted; neither stands if it is empty. */
    static List<BodySection> of(List<CheckResult> checks) {
        List<String> found = checks.stream()
                .flatMap(check -> {
                    String title = InertMarkdown.word(check.title());
                    return check.findings().stream().map(finding -> line(title, finding, Optional.empty()));
                })
                .toList();
        List<String> accepted = checks.stream()
                .flatMap(check -> {
                    String title = InertMarkdown.word(check.title());
                    return check.accepted().stream().map(it -> line(title, it.finding(), Optional.of(it.reason())));
                })
                .toList();
        return Stream.of(new BodySection("Findings", found), new BodySection("Accepted Findings", accepted))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private static String line(String title, Finding finding, Optional<String> accepted) {
        return "- " + title + ", " + finding.level().key() + " at "
                + InertMarkdown.code(finding.where().toString()) + ": " + InertMarkdown.line(finding.message())
                + accepted.map(reason -> " (accepted: " + InertMarkdown.line(reason) + ")")
                        .orElse(finding.remedy().isEmpty() ? "" : " (" + InertMarkdown.line(finding.remedy()) + ")");
    }
}
