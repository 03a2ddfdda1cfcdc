package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/**
 * Where a repository is: any URL that git knows, or a path of this machine. It never holds a secret.
 *
 * @param text fit for messages and for telling two repositories apart
 * @param uri the same for JGit
 */
record Address(String text, URIish uri) {
    /**
     * A user and a password, or for the web any user; also if the password holds a slash or an at sign, which it must not,
     * and then looks like a port or a path.
     */
    private static final Pattern WITH_SECRET = Pattern.compile("(?i)(?:https?|ftp)://[^/]*@"
            + "|[a-z][a-z0-9+.-]*://[^/@]*:[^/]*@"
            + "|[a-z][a-z0-9+.-]*://[^/@]*:(?![0-9]*/)[^/]*/.*@"
            + "|(?![a-z][a-z0-9+.-]*://)[^/@]*:[^/]*@");

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._~-]+|\\[?[0-9a-fA-F:.]+(?:%[\\w.-]+)?\\]?");
    private static final Pattern UNFIT_FOR_A_NAME = Pattern.compile("[^A-Za-z0-9._-]");

    /** @throws IllegalArgumentException if it is no address, or holds credentials */
    static Address of(String url) {
        String stripped = url.strip();
        if (WITH_SECRET.matcher(stripped).lookingAt()) {
            throw new IllegalArgumentException("the address \"" + shown(stripped)
                    + "\" holds credentials, which then would show up in logs; give them by credentials(…) instead");
        }
        URIish uri;
        try {
            uri = new URIish(stripped);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not the address of a git repository: \"" + shown(stripped) + "\"");
        }
        boolean web = uri.getScheme() != null && uri.getScheme().matches("(?i)https?|ftp");
        if (web && url.indexOf('?') >= 0) {
            throw new IllegalArgumentException("the address of a git repository has no query: \""
                    + shown(stripped).replaceAll("\\?.*", "?…") + "\"");
        }
        if (uri.getHost() != null && !HOST.matcher(uri.getHost()).matches()) {
            throw new IllegalArgumentException("not a host of a git repository: \"" + shown(stripped) + "\"");
        }
        if (isLocal(uri)) {
            Path path = Path.of(uri.getPath()).toAbsolutePath().normalize();
            return new Address(path.toString(), uri.setPath(path.toString()));
        }
        return new Address(uri.toString(), uri);
    }

    /** Without anything that may be a login, were it written as badly as can be. */
    private static String shown(String url) {
        int end = url.lastIndexOf('@');
        int start = url.indexOf("//");
        return end < 0
                ? url
                : (start >= 0 && start < end ? url.substring(0, start + 2) : "") + "***" + url.substring(end);
    }

    private static boolean isLocal(URIish uri) {
        return uri.getHost() == null
                && (uri.getScheme() == null || uri.getScheme().equals("file"));
    }

    boolean isLocal() {
        return isLocal(uri);
    }

    /** Where it lies on this machine. */
    Path path() {
        return Path.of(uri.getPath());
    }

    /**
     * The place that the address leads to, whatever the protocol and the spelling: links are followed on this machine, and
     * names of hosts and repositories have no case.
     */
    String place() {
        if (isLocal()) {
            Path path = path();
            Path repository = path.endsWith(".git") ? path.resolveSibling("") : path;
            try {
                return repository.toRealPath().toString();
            } catch (IOException e) {
                return repository.toString();
            }
        }
        String path = Optional.ofNullable(uri.getPath())
                .orElse("")
                .replaceFirst("^/*", "/")
                .replaceFirst("(\\.git)?/*$", "");
        return (uri.getHost() + path).toLowerCase(Locale.ROOT);
    }

    /** For credential providers; it has no user and no password. */
    URI asked(URIish server) {
        try {
            String path = Optional.ofNullable(server.getPath()).orElse("");
            String rooted = path.startsWith("/") ? path : "/" + path;
            String scheme = Optional.ofNullable(server.getScheme()).orElse("ssh");
            return new URI(scheme, null, server.getHost(), server.getPort(), rooted, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address: " + text, e);
        }
    }

    /** {@code owner/name} by the last two segments of the path. */
    RepositoryId id() {
        List<String> segments = segments();
        String name = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        String owner = segments.size() < 2 ? "" : segments.get(segments.size() - 2);
        try {
            return RepositoryId.of(owner + "/" + name);
        } catch (IllegalArgumentException e) {
            return RepositoryId.of("local/" + fit(name));
        }
    }

    private static String fit(String name) {
        String fit = UNFIT_FOR_A_NAME.matcher(name).replaceAll("-");
        return fit.isEmpty() || fit.matches("\\.{1,2}") ? "repository" : fit.substring(0, Math.min(fit.length(), 100));
    }

    private List<String> segments() {
        String path = Optional.ofNullable(uri.getPath()).orElse("").replace('\\', '/');
        return Arrays.stream(path.replaceAll("(/?\\.git)?/*$", "").split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Where GitHub and its like show a file; empty for anything but {@code https}. */
    Optional<String> webTemplate() {
        return "https".equalsIgnoreCase(uri.getScheme())
                ? Optional.of(text.replaceAll("(\\.git)?/*$", "") + "/blob/{ref}/{path}")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
