package io.agent33.sync.core.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.plugin.PluginCalls;
import io.agent33.sync.core.validate.secret.SecretScanner;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An input is a file that is delivered: a character that says what it is called, and its bytes, after which upstream's may follow
 * behind {@code ~~}. Whatever they are, all five checks say something, and say the same again.
 */
class ChecksFuzzTest {
    private static final List<String> NAMES = List.of(
            "a.md", "a.json", "a.yaml", "a.txt", "a.py", "a.mdx", "a.svg", "a.yml", "a.jsonc", "a.css", "a", "a.png");
    private static final String SCHEMA =
            "{\"$id\": \"s.json\", \"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/$defs/b\"}},"
                    + " \"$defs\": {\"b\": {\"type\": \"string\", \"pattern\": \"^x+$\"}}}\n";

    private final Fuzzing fuzzing = Fuzzing.of("checks", ChecksFuzzTest::read)
            .samples(
                    Stream.of(
                            "a# A\n\n[b](b.md#b) [c](../c.md) `docs/b.md` ![d](d.png)\n\n```json\n{\"$schema\": \"s.json\"}\n```\n",
                            "b{\"$schema\": \"./s.json\", \"a\": 1}~~{\"$schema\": \"./s.json\", \"a\": \"x\"}",
                            "c# yaml-language-server: $schema=s.json\na: &b x\nc: *b\n---\n- 1\n...\n",
                            "d\uFEFFfile://D:\\x\\y password = \"k8sJ7dh3Kd92\"\r\n",
                            "h{\"$ref\": \"#/$defs/x\", \"$defs\": {\"x\": {\"$ref\": \"#\"}}, \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}",
                            "a---\ninternal: true\nv: 1.0.0\n---\n<a href=\"b.md\">b</a>\n<!-- agent33-sync: v1.0.0 -->\n~~# B\n"))
            .pieces(
                    "[",
                    "](",
                    ")",
                    "#",
                    "../",
                    "docs/",
                    "core/",
                    "b.md",
                    "```json\n",
                    "```\n",
                    "~~",
                    "~~~yaml\n",
                    "<a ")
            .pieces(
                    "{", "}", "\"", ":", ",", "\n", "\r\n", "\0", "\uFEFF", "\u202E", "---\n", "...\n", "- ", "&a ",
                    "*a", "!!")
            .pieces(
                    "\"$schema\": ",
                    "\"$ref\": ",
                    "\"$id\": ",
                    "\"pattern\": \"(a+)+$\"",
                    "s.json",
                    "https://json-schema.org/draft-07/schema#",
                    "1e999",
                    "// x\n",
                    "/* x */",
                    "ghp_",
                    "-----BEGIN PRIVATE KEY-----\n",
                    "v1.0.0");

    @Test
    void allFiveSayWhatTheySee() {
        fuzzing.briefly(300);
    }

    @Test
    @Tag("slow")
    void allFiveSayWhatTheySeeForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        ValidationContext context = context(input);
        List<CheckResult> results = run(context);

        assertThat(results).hasSize(Check.values().length).isEqualTo(run(context));
        for (CheckResult result : results) {
            Said.fitForALine(result.details());
            result.findings().forEach(ChecksFuzzTest::isSaid);
        }
        return results.stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void isSaid(Finding finding) {
        Said.fitForALine(finding.toString());
        assertThat(finding.where().line()).isNotNegative();
        assertThat(finding.where().column()).isNotNegative();
        if (finding.level() != Finding.Level.NOTE) {
            assertThat(finding.remedy()).isNotBlank();
        }
    }

    private static List<CheckResult> run(ValidationContext context) {
        Checks checks = new Checks(
                SecretScanner.builtIn(),
                LinkReader.keepingNothing(),
                Map.of(),
                new PluginCalls(Duration.ofSeconds(10)));
        List<CheckResult> results = checks.run(context, "title\nbody", Validation.defaults());
        assertThat(results).noneMatch(result -> result.status() == CheckStatus.SKIP);
        return results;
    }

    private static ValidationContext context(byte[] input) {
        int kind = input.length == 0 ? 0 : (input[0] & 0xFF) - 'a';
        String name = NAMES.get(Math.floorMod(kind, NAMES.size()));
        byte[] rest = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        int cut = indexOf(rest, "~~");
        byte[] here = cut < 0 ? rest : Arrays.copyOf(rest, cut);
        byte[] there = cut < 0 ? rest : Arrays.copyOfRange(rest, cut + 2, rest.length);
        ValidationContext context = delivery(name, here).validationContext();
        return new ValidationContext(
                context.ruleId(),
                context.upstream(),
                context.targetRepo(),
                context.release(),
                context.files(),
                context.target(),
                context.delivered(),
                delivery(name, there).validationContext().source());
    }

    private static int indexOf(byte[] bytes, String text) {
        byte[] sought = text.getBytes(UTF_8);
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    private static MemoryDelivery delivery(String name, byte[] content) {
        return MemoryDelivery.of("core/", "docs/")
                .file("core/b.md", "# B\n\n[a](a.md)\n")
                .file("core/s.json", SCHEMA)
                .file("c.md", "c\n")
                .file("core/" + name, content);
    }
}
