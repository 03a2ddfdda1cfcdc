package io.agent33.sync.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.api.monitor.Threshold;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification's "Downstream Registry". */
class RegistryTableTest {
    /** As the specification prints it. */
    private static final String SPECIFIED = """
            | Repo | Sync Rule ID | Strategy | Frequency | Last Sync | Version | Status |
            |------|-------------|----------|-----------|-----------|---------|--------|
            | `org/webapp` | `sync-webapp-orchestrator` | copy | on_release | 2026-01-28 | v2.4.0 | Current |
            | `org/api-service` | `sync-api-prompts` | copy | on_release | 2026-01-28 | v2.4.0 | Current |
            | `org/ml-pipeline` | `sync-ml-arch` | template | on_change | 2026-01-25 | v2.3.1 | Behind |
            | `org/docs-site` | `sync-docs-full` | reference | manual | 2026-01-15 | v2.3.0 | Stale |
            """;

    private static final RuleStatus WEBAPP = status(
            "org/webapp",
            "sync-webapp-orchestrator",
            Strategy.COPY,
            Frequency.ON_RELEASE,
            "2026-01-28",
            "v2.4.0",
            Standing.CURRENT);
    private static final RuleStatus API = status(
            "org/api-service",
            "sync-api-prompts",
            Strategy.COPY,
            Frequency.ON_RELEASE,
            "2026-01-28",
            "v2.4.0",
            Standing.CURRENT);
    private static final RuleStatus PIPELINE = status(
            "org/ml-pipeline",
            "sync-ml-arch",
            Strategy.TEMPLATE,
            Frequency.ON_CHANGE,
            "2026-01-25",
            "v2.3.1",
            Standing.BEHIND);
    private static final RuleStatus DOCS = status(
            "org/docs-site",
            "sync-docs-full",
            Strategy.REFERENCE,
            Frequency.MANUAL,
            "2026-01-15",
            "v2.3.0",
            Standing.STALE);

    private static RuleStatus status(
            String repository,
            String id,
            Strategy strategy,
            Frequency frequency,
            String day,
            String version,
            Standing standing) {
        return new RuleStatus(
                id,
                RepositoryId.of(repository),
                strategy,
                frequency,
                standing,
                Optional.of(day).filter(text -> !text.isEmpty()).map(text -> Instant.parse(text + "T23:59:59Z")),
                Optional.of(version).filter(text -> !text.isEmpty()),
                Optional.of("v2.4.0"),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                new DriftOutcome.NeverSynced(),
                Optional.empty(),
                new Threshold(Duration.ofDays(14), 1, 2),
                List.of());
    }

    private static RegistryTable table(RuleStatus... rules) {
        return RegistryTable.of(new FleetStatus(List.of(rules), List.of(), Instant.parse("2026-01-30T12:00:00Z")));
    }

    private static String in(String document, RuleStatus... rules) {
        return table(rules).in("README.md", document);
    }

    @Test
    void theSpecificationsRowsComeOutAsPrinted() {
        assertThat(table(WEBAPP, API, PIPELINE, DOCS).markdown()).isEqualTo(SPECIFIED);
    }

    @Test
    void aRuleThatNeverCameHasNoDayAndNoVersion() {
        RuleStatus fresh = status("org/new", "new", Strategy.COPY, Frequency.MANUAL, "", "", Standing.NEVER);

        assertThat(table(fresh).markdown()).endsWith("| `org/new` | `new` | copy | manual | — | — | Never |\n");
    }

    @Test
    void aVersionThatSomebodyMadeUpBreaksNoTable() {
        RuleStatus odd = status(
                "org/new", "new", Strategy.COPY, Frequency.MANUAL, "2026-01-01", "v1|<b>`x`\n| a", Standing.BEHIND);

        assertThat(table(odd).markdown().lines().skip(2))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("v1\\|\\<b>\\`x\\`").endsWith("| Behind |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void inADocumentTheTableIsReplacedAndNothingElse(String lineEnd) {
        String document = """
                # Sync

                | Repo | Sync Rule ID |
                |---|---|
                | not | this one |

                ## Downstream Registry

                All downstream repos consuming AGENT-33 assets are tracked here.

                %s
                Not to be edited.

                ### Adding a New Downstream Repo

                | Repo | Sync Rule ID | nor this |
                """;
        String before = document.formatted(SPECIFIED.replace("v2.4.0", "v2.3.1").replace("Current", "Behind"))
                .replace("\n", lineEnd);

        String after = in(before, API, DOCS, PIPELINE, WEBAPP);

        assertThat(after).isEqualTo(document.formatted(SPECIFIED).replace("\n", lineEnd));
        assertThat(in(after, API, DOCS, PIPELINE, WEBAPP)).isEqualTo(after);
    }

    @Test
    void newRowsComeLastAndOldOnesGo() {
        String document = "## Downstream Registry\n\n" + SPECIFIED;
        RuleStatus fresh = status("org/new", "new", Strategy.COPY, Frequency.MANUAL, "", "", Standing.NEVER);

        assertThat(in(document, fresh, DOCS, WEBAPP))
                .isEqualTo("## Downstream Registry\n\n"
                        + table(WEBAPP, DOCS, fresh).markdown());
    }

    @Test
    void whereThereIsNoTableYetItFollowsTheText() {
        String table = table(WEBAPP).markdown();

        assertThat(in("# Downstream Registry\n\nText.\n\n## Next\n", WEBAPP))
                .isEqualTo("# Downstream Registry\n\nText.\n\n" + table.stripTrailing() + "\n\n## Next\n");
        assertThat(in("# Downstream Registry\nText.", WEBAPP)).isEqualTo("# Downstream Registry\nText.\n\n" + table);
        assertThat(in("Downstream Registry\n===\n", WEBAPP))
                .startsWith("Downstream Registry\n===\n")
                .endsWith("\n" + table);
    }

    @Test
    void codeIsNoHeading() {
        String document = "```\n## Downstream Registry\n```\n\n## Downstream Registry\n\nHere.\n";

        assertThat(in(document, WEBAPP))
                .isEqualTo(document + "\n" + table(WEBAPP).markdown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Other\n", "", "## Downstream Registry\n\n## Downstream Registry\n"})
    void aDocumentWithoutOnePlaceForItIsRefused(String document) {
        assertThatThrownBy(() -> in(document, WEBAPP))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("README.md")
                .hasMessageContaining("Downstream Registry");
    }
}
