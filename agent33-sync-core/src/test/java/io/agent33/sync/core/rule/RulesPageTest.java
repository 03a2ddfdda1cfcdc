package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.yaml.YamlBounds;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/rules.md} tells is so. */
class RulesPageTest {
    private static final String PAGE = Samples.text(Path.of("..", "docs", "rules.md"));

    @Test
    void everyExampleIsAGoodRule() {
        List<String> examples = Pattern.compile("(?ms)^```yaml\n(.*?)^```$")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples).hasSizeGreaterThan(3);
        for (String example : examples) {
            assertThat(Samples.read(example).objections()).as(example).isEmpty();
            assertThat(RuleSchema.documents(example))
                    .as(example)
                    .allSatisfy(document ->
                            assertThat(RuleSchema.complaints(document)).isEmpty());
        }
    }

    @Test
    void everyCodeIsExplained() throws IllegalAccessException {
        Set<String> codes = new TreeSet<>();
        for (Field field : Codes.class.getDeclaredFields()) {
            if (field.getType().equals(String.class)) {
                codes.add((String) field.get(null));
            }
        }
        Samples.refused().stream()
                .map(file -> Samples.text(Path.of(file.toString().replace(".yaml", ".expected"))))
                .flatMap(text -> Pattern.compile("\\[([a-z0-9-]+)]$", Pattern.MULTILINE)
                        .matcher(text)
                        .results())
                .map(match -> match.group(1))
                .forEach(codes::add);

        assertThat(codes)
                .hasSizeGreaterThan(15)
                .allSatisfy(code -> assertThat(PAGE).contains("`" + code + "`"));
    }

    @Test
    void everyKeyOfTheSchemaStandsInTheTable() {
        List<String> keys = new ArrayList<>();
        for (String shape : List.of("rule", "validation", "pull_request")) {
            String prefix = shape.equals("rule") ? "" : shape + ".";
            RuleSchema.node()
                    .at("/$defs/" + shape + "/properties")
                    .fieldNames()
                    .forEachRemaining(key -> keys.add(prefix + key));
        }
        keys.removeAll(List.of("filters", "validation", "pull_request"));

        assertThat(keys).hasSize(28).allSatisfy(key -> assertThat(table()).contains("`" + key + "`"));
    }

    @Test
    void theBoundsAreThoseOfTheReader() {
        assertThat(YamlBounds.handwritten()).isEqualTo(new YamlBounds(1 << 20, 32, 50_000));
        assertThat(RuleFiles.MAX_FILES).isEqualTo(10_000);
        assertThat(PAGE.replaceAll("\\s+", " "))
                .contains(
                        "more than 1 MiB, more than 32 levels, more than 50,000 keys and values, more than 10,000 files");
    }

    private static List<String> table() {
        return Pattern.compile("^\\| (`.*?) \\|", Pattern.MULTILINE)
                .matcher(PAGE)
                .results()
                .map((MatchResult match) -> match.group(1))
                .flatMap(cell -> List.of(cell.split(", ")).stream())
                .toList();
    }
}
