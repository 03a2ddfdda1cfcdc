package io.agent33.sync.it.browser;

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
import io.agent33.sync.core.registry.RegistryPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** The fleet as a page, as people see it (S13): light and dark, wide and narrow. */
@Tag("browser")
class RegistryInBrowserTest {
    private static final Instant NOW = Instant.parse("2026-01-30T12:00:00Z");
    private static final String HOSTILE =
            "<script>document.title='caught'</script><img src='https://elsewhere.invalid/x.png' onerror='document.title=1'>"
                    + "</td></table><style>*{display:none}</style>";
    private static final String LONG = "a-name-without-a-place-to-break-".repeat(8);

    private static Browser browser;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("fleet.html");
        Files.writeString(page, RegistryPage.of(fleet()).html());
        browser = Browser.open();
        browser.show(page);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static FleetStatus fleet() {
        List<RuleStatus> rules = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            for (int i = 0; i < 5; i++) {
                rules.add(rule("rule-" + i, "org/" + standing.name().toLowerCase() + "-" + i, standing, "boom"));
            }
        }
        rules.add(rule("hostile", "org/hostile", Standing.FAILING, HOSTILE));
        rules.add(rule(LONG, ("org/" + LONG).substring(0, 100), Standing.STALE, LONG));
        return new FleetStatus(rules, List.of(Objection.of("code", HOSTILE, "", LONG, "")), NOW);
    }

    private static RuleStatus rule(String id, String repository, Standing standing, String error) {
        boolean never = standing == Standing.NEVER;
        return new RuleStatus(
                id,
                RepositoryId.of(repository),
                Strategy.COPY,
                Frequency.ON_RELEASE,
                standing,
                never ? Optional.empty() : Optional.of(NOW.minus(Duration.ofDays(5))),
                never ? Optional.empty() : Optional.of("v2.3.0"),
                Optional.of("v2.4.0"),
                1,
                standing == Standing.FAILING ? 3 : 0,
                standing == Standing.FAILING ? Optional.of(error) : Optional.empty(),
                standing == Standing.PROPOSED ? Optional.of("agent33-sync/v2.4.0/" + id) : Optional.empty(),
                new DriftOutcome.NeverSynced(),
                Optional.empty(),
                new Threshold(Duration.ofDays(14), 1, 2),
                List.of());
    }

    @Test
    void itShowsTheFleetAtAGlance() {
        browser.wide(1280);

        assertThat(browser.title()).isEqualTo("Downstream Registry");
        assertThat(browser.all(".counts li"))
                .extracting(WebElement::getText)
                .containsExactly("6Failing", "6Stale", "5Behind", "5Proposed", "5Never", "5Current");
        assertThat(browser.all("tbody tr")).hasSize(32).allMatch(WebElement::isDisplayed);
        assertThat(browser.all("tbody tr:first-child td"))
                .extracting(WebElement::getText)
                .containsExactly(
                        "org/failing-0",
                        "rule-0\ncopy, on_release",
                        "Failing",
                        "v2.3.0 → v2.4.0",
                        "2026-01-25\n5 days ago",
                        "1",
                        "3\nboom",
                        "",
                        "");
        assertThat(browser.one("table").getAriaRole()).isEqualTo("table");
        assertThat(browser.one("thead th").getAriaRole()).isEqualTo("columnheader");
        // All that matters first is on the first screen: six numbers, and what is worst.
        assertThat(browser.one(".counts").getRect().getY()).isLessThan(300);
    }

    @Test
    void onANarrowScreenEachValueSaysWhatItIs() {
        browser.wide(360);

        assertThat(browser.one("thead").getRect().getHeight()).isLessThanOrEqualTo(1);
        assertThat(browser.asked(
                                "return getComputedStyle(document.querySelector('td[data-name=Version]'), '::before').content")
                        .toString())
                .contains("Version");
        assertThat(browser.all("tbody tr:first-child td"))
                .filteredOn(cell -> !cell.isDisplayed())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 768, 959, 960, 961, 1280, 1920, 3840})
    void nothingIsCutOffOrNeedsScrollingSideways(int width) {
        browser.wide(width);

        assertThat(Looks.beyondTheScreen(browser)).isEmpty();
        assertThat(Looks.width(browser)).isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"light,320", "light,1280", "dark,320", "dark,1280"})
    void allTextStandsOutFromItsGround(String colours, int width) {
        browser.wide(width);
        browser.preferring(colours);

        // The contrast that WCAG 2 asks for at level AA.
        assertThat(Looks.contrasts(browser))
                .hasSizeGreaterThan(200)
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThanOrEqualTo(4.5));
        String ground = browser.one("body").getCssValue("background-color");
        assertThat(ground).isEqualTo(colours.equals("dark") ? "rgba(22, 24, 27, 1)" : "rgba(251, 251, 250, 1)");
    }

    @Test
    void foreignTextShowsAndDoesNothing() {
        browser.wide(1280);

        assertThat(browser.all("tbody tr")).extracting(WebElement::getText).anyMatch(row -> row.contains(HOSTILE));
        assertThat(browser.all("script, img, body style")).isEmpty();
        assertThat(browser.title()).isEqualTo("Downstream Registry");
    }

    @Test
    void nothingIsAskedOfAnybody() {
        assertThat(browser.listed("return performance.getEntriesByType('resource').map(one => one.name)"))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
