package io.agent33.sync.core.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A saved plan lies in a file that anybody may have edited. */
class PlanFuzzTest {
    private final Fuzzing fuzzing = Fuzzing.of("plan", PlanFuzzTest::read)
            .samples(Stream.of(sample()))
            .pieces(
                    "\"format\" : 1",
                    "\"planned\"",
                    "null",
                    "{}",
                    "[]",
                    "[[",
                    "\"outcome\" : \"planned\",",
                    "\"\"",
                    "\"..\"")
            .pieces(
                    "\"\\u0000\"",
                    "1.5",
                    "true",
                    "100755",
                    "040000",
                    "0".repeat(40),
                    "\"release\"",
                    "\"due\"",
                    ",",
                    ":");

    @Test
    void itIsReadOrRefusedInWords() {
        fuzzing.briefly(1_000);
    }

    @Test
    @Tag("slow")
    void itIsReadOrRefusedInWordsForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        try {
            SyncPlan plan = PlanReader.read("plan.json", new ByteArrayInputStream(input));
            assertThat(plan.digest()).isNotNull();
            return "read " + plan.proposals().size();
        } catch (ConfigurationException e) {
            e.objections().stream().map(Objection::message).forEach(Said::fitForALine);
            return e.objections().stream()
                    .map(objection -> objection.code() + objection.subject().replaceAll("[0-9]+", ""))
                    .collect(Collectors.joining());
        }
    }

    private static String sample() {
        try (InputStream in = PlanFuzzTest.class.getResourceAsStream("plan.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
