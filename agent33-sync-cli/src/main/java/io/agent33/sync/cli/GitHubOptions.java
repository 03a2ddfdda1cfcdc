package io.agent33.sync.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether pull requests and issues are GitHub's, and who asks there. */
final class GitHubOptions {
    @Option(
            names = "--github",
            order = 42,
            arity = "0..1",
            fallbackValue = "https://github.com",
            paramLabel = "URL",
            description =
                    "Pull requests and issues are made on GitHub: on github.com, or on the GitHub Enterprise Server"
                            + " at this address. The token is that of the environment.")
    private @Nullable String address;

    @Option(
            names = "--github-app",
            order = 43,
            paramLabel = "ID",
            description = "Ask as this GitHub App instead, for git as well. Needs --github and --github-key.")
    private @Nullable String app;

    @Option(
            names = "--github-key",
            order = 44,
            paramLabel = "FILE",
            description = "The app's private key, a file in PEM.")
    private @Nullable Path key;

    /** To be closed. @throws ParameterException if the options say nothing whole */
    Forge forge(CommandSpec spec) {
        try {
            return forge(spec.commandLine().getErr());
        } catch (IllegalArgumentException | IOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Forge forge(PrintWriter err) throws IOException {
        if (address == null) {
            if (app != null || key != null) {
                throw new IllegalArgumentException("--github-app and --github-key go with --github");
            }
            return Forge.NONE;
        }
        if ((app == null) != (key == null)) {
            throw new IllegalArgumentException("--github-app and --github-key go together");
        }
        return app == null || key == null
                ? GitHubForge.withToken(uri(address), err)
                : GitHubForge.withApp(uri(address), app, content(key), err);
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "--github: expected an address such as https://github.example.org, found \""
                            + Secrets.hidden(address) + "\"",
                    e);
        }
    }

    private static String content(Path key) throws IOException {
        try {
            return Files.readString(key, java.nio.charset.StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IOException("--github-key: " + key + " cannot be read (" + e + ")", e);
        }
    }
}
