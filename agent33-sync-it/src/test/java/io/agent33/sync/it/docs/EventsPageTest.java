package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.WatchEvent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on events tells of every event there is, with all that it holds, and of nothing else. */
class EventsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|[^|]*\\|([^|]*)\\|$");

    private static Stream<Class<?>> events() {
        return Stream.of(SyncEvent.class, WatchEvent.class).flatMap(EventsPageTest::records);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventsPageTest::records);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasARowWithAllItHolds(Class<?> event) {
        String holds = ROW.matcher(Paper.read("docs/events.md"))
                .results()
                .filter(row -> row.group(1).equals(event.getSimpleName()))
                .map(row -> row.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for " + event.getSimpleName()));

        assertThat(Arrays.stream(event.getRecordComponents()))
                .allSatisfy(component -> assertThat(holds).contains("`" + component.getName() + "`"));
    }

    @Test
    void everyRowIsOfAnEvent() {
        List<String> rows = ROW.matcher(Paper.read("docs/events.md"))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rows)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        events().map(Class::getSimpleName).distinct().toList());
    }
}
