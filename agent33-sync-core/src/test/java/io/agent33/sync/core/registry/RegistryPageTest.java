package io.agent33.sync.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.api.monitor.Threshold;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Strategy;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The fleet as a page: read as XML, since it is that too. */
class RegistryPageTest {
    private static final Instant NOW = Instant.parse("2026-01-30T12:00:00Z");

    private static RuleStatus status(String id, Standing standing) {
        return status(id, standing, "v2.3.0", "boom");
    }

    private static RuleStatus status(String id, Standing standing, String version, String error) {
        return new RuleStatus(
                id,
                RepositoryId.of("org/webapp"),
                Strategy.COPY,
                Frequency.ON_RELEASE,
                standing,
                Optional.of(NOW.minus(Duration.ofDays(5))),
                Optional.of(version),
                Optional.of("v2.4.0"),
                1,
                3,
                Optional.of(error),
                Optional.of("agent33-sync/v2.4.0/" + id),
                new DriftOutcome.NeverSynced(),
                Optional.empty(),
                new Threshold(Duration.ofDays(14), 1, 2),
                List.of());
    }

    private static Document page(FleetStatus status) throws Exception {
        String html = RegistryPage.of(status).html();
        assertThat(html).startsWith("<!DOCTYPE html>\n");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf('\n')))));
    }

    private static FleetStatus fleet(RuleStatus... rules) {
        return new FleetStatus(List.of(rules), List.of(), NOW);
    }

    private static List<List<String>> rows(Document page) {
        List<List<String>> rows = new ArrayList<>();
        NodeList all = page.getElementsByTagName("tbody").item(0).getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element row) {
                List<String> cells = new ArrayList<>();
                for (int j = 0; j < row.getChildNodes().getLength(); j++) {
                    cells.add(row.getChildNodes().item(j).getTextContent());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    @Test
    void whatNeedsSomebodyComesFirst() throws Exception {
        RuleStatus[] all = Arrays.stream(Standing.values())
                .map(standing -> status(standing.label().toLowerCase(Locale.ROOT), standing))
                .toArray(RuleStatus[]::new);

        assertThat(rows(page(fleet(all))))
                .extracting(row -> row.get(2))
                .containsExactly("Failing", "Stale", "Behind", "Proposed", "Never", "Current");
    }

    @Test
    void aRowTellsAllOfARule() throws Exception {
        assertThat(rows(page(fleet(status("docs", Standing.STALE)))))
                .containsExactly(List.of(
                        "org/webapp",
                        "docscopy, on_release",
                        "Stale",
                        "v2.3.0 \u2192 v2.4.0",
                        "2026-01-255 days ago",
                        "1",
                        "3boom",
                        "",
                        "agent33-sync/v2.4.0/docs"));
    }

    @Test
    void theNumbersStandOnTop() throws Exception {
        Document page =
                page(fleet(status("a", Standing.CURRENT), status("b", Standing.CURRENT), status("c", Standing.STALE)));

        assertThat(page.getElementsByTagName("ul")
                        .item(0)
                        .getTextContent()
                        .strip()
                        .lines()
                        .map(String::strip))
                .containsExactly("0Failing", "1Stale", "0Behind", "0Proposed", "0Never", "2Current");
    }

    @Test
    void foreignTextShowsAndDoesNothing() throws Exception {
        String hostile = "<script>alert('1')</script> & \"x\" \u202e\u0007";

        Document page = page(new FleetStatus(
                List.of(status("docs", Standing.STALE, hostile, hostile)),
                List.of(Objection.of("code", hostile, "", hostile, "")),
                NOW));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent())
                .contains("<script>alert('1')</script> & \"x\" \\u202e\\u0007")
                .doesNotContain("\u202e");
    }

    @Test
    void nothingComesFromElsewhere() throws Exception {
        String html = RegistryPage.of(fleet(status("docs", Standing.STALE))).html();

        assertThat(html)
                .contains("default-src 'none'; style-src 'unsafe-inline'")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "<link", "<img", "@import", "url(");
        assertThat(page(fleet()).getElementsByTagName("tr").getLength()).isEqualTo(1);
    }
}
