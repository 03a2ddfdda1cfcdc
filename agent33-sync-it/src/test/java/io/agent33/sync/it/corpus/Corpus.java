package io.agent33.sync.it.corpus;

import io.agent33.sync.it.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real AGENT-33 repository, from the folder that {@code -Dagent33.corpora=…} names. */
public final class Corpus {
    /** Its releases, in order. */
    public static final List<String> RELEASES =
            List.of("v2.0.0", "v2.1.0", "v2.2.0", "v2.3.0", "v2.3.1", "v2.4.0", "v2.5.0", "v2.6.0", "v2.7.0", "v2.8.0");

    private Corpus() {}

    /** A bare clone of it below a folder. @throws AssertionError if the corpus is not there */
    public static Path clone(Path folder) {
        Path bundle = Path.of(System.getProperty("agent33.corpora", "(no -Dagent33.corpora)"), "agent33.bundle");
        if (!Files.isRegularFile(bundle)) {
            throw new AssertionError("the real corpus is not there: " + bundle.toAbsolutePath());
        }
        Path upstream = folder.resolve("agent33").resolve("agent33.git");
        Command.git(folder, "clone", "--quiet", "--bare", bundle.toString(), upstream.toString());
        return upstream;
    }
}
