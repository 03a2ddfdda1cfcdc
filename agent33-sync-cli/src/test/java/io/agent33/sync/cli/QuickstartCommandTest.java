package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartCommandTest {
    @TempDir
    Path temporary;

    @Test
    void theTourIsTakenInTheFolder() {
        var result = Cli.run("quickstart", "--in=" + temporary.resolve("tour"));

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("agent33-sync/v1.1.0/webapp-orchestrator");
        assertThat(result.err()).isEmpty();
        assertThat(Cli.run(again(result.out())).out()).contains("3 rules: 3 waiting");
        assertThat(temporary.resolve("tour/downstreams/org/webapp.git")).isDirectory();
    }

    /** The arguments of the command that the story proposes; no path in it needs quotes but the template. */
    private static String[] again(String story) {
        String command = story.lines()
                .filter(line -> line.contains("agent33-sync run "))
                .findFirst()
                .orElseThrow();
        return command.substring(command.indexOf("run ")).replace("'", "").split(" ");
    }

    @Test
    void aFolderInUseIsLeftAlone() throws IOException {
        Files.writeString(temporary.resolve("precious"), "mine");

        var result = Cli.run("quickstart", "--in=" + temporary);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("expected an empty folder or none");
        assertThat(temporary).isDirectoryContaining(file -> file.endsWith("precious"));
    }

    /** In a process of its own, as a newcomer has it: nothing on standard error, a temporary folder that is told. */
    @Test
    @Tag("thorough")
    void theProcessSaysWhereEverythingIs() {
        var result = Cli.finished(
                Cli.process(List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + temporary), "quickstart"),
                temporary);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("Everything is in " + temporary);
        assertThat(result.err()).isEmpty();
    }
}
