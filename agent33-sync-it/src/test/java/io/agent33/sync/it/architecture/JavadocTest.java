package io.agent33.sync.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a release's Javadoc shows of core. */
class JavadocTest {
    private static final Pattern INCLUDE = Pattern.compile("<include>(io/agent33/.*)/\\*\\.java</include>");

    @Test
    void itShowsTheFrontDoorAndTheDoors() throws IOException {
        String pom = Files.readString(Path.of("../agent33-sync-core/pom.xml"));
        List<String> shown = INCLUDE.matcher(pom)
                .results()
                .map(found -> found.group(1).replace('/', '.'))
                .toList();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(House.FRONT_DOOR), House.DOORS.stream())
                        .map(name -> name.replaceFirst("\\.\\.$", ""))
                        .toList());
    }
}
