package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.it.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/overrides.md}: its commands run one after the other, and print what the page says that they print. */
@Tag("thorough")
class OverridesPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\\n(.*?)^```$");
    private static final String MARK = "==== block ";

    @TempDir
    private Path folder;

    private record Step(String commands, List<String> expected) {}

    @Test
    void itsCommandsDoWhatItSays() throws IOException {
        List<Step> steps = steps();
        Path script = folder.resolve("page.sh");
        StringBuilder text = new StringBuilder("set -euo pipefail\n" + agent33Sync());
        for (int i = 0; i < steps.size(); i++) {
            text.append("echo '")
                    .append(MARK)
                    .append(i)
                    .append("'\n")
                    .append(steps.get(i).commands());
        }
        Files.writeString(script, text);

        String[] printed =
                Command.run(folder, List.of("bash", script.toString())).split(MARK, -1);

        assertThat(printed).hasSize(steps.size() + 1);
        for (int i = 0; i < steps.size(); i++) {
            for (String line : steps.get(i).expected()) {
                assertThat(printed[i + 1])
                        .as("what block %s of the page prints", i)
                        .contains(line);
            }
        }
    }

    /** The command of the page: the launcher of this checkout, or where no jar was built, the classes on this JVM. */
    private String agent33Sync() {
        Path java = Path.of(System.getProperty("java.home"));
        String classes = System.getProperty("java.class.path");
        if (classes.contains("agent33-sync.jar")) {
            // An archive of classes takes longer to make than it saves in a dozen short runs.
            return "export AGENT33_CDS=off JAVA_HOME='" + java + "' XDG_CACHE_HOME='" + folder.resolve("cache")
                    + "' PATH='" + Paper.at("bin") + "':\"$PATH\"\n";
        }
        return "agent33-sync() { '" + java.resolve("bin/java") + "' -cp '" + classes
                + "' io.agent33.sync.cli.Main \"$@\"; }\n";
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (MatchResult block :
                BLOCK.matcher(Paper.read("docs/overrides.md")).results().collect(Collectors.toList())) {
            if (block.group(1).equals("sh")) {
                steps.add(new Step(block.group(2), new ArrayList<>()));
            } else {
                steps.get(steps.size() - 1)
                        .expected()
                        .addAll(block.group(2).lines().toList());
            }
        }
        return steps;
    }
}
