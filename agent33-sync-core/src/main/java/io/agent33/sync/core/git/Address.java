package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.RepositoryId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");
    private static final Pattern UNFIT_FOR_A_NAME = Pattern.compile("[^A-Za-z0-9._-]");

    /** @throws IllegalArgumentException if it is no address, or holds credentials */
    static Address of(String url) {
        String shown = USER_INFO.matcher(url.strip()).replaceAll("//***@");
        URIish uri;
        try {
            uri = new URIish(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not the address of a git repository: \"" + shown + "\"");
        }
        boolean web = uri.getScheme() != null && uri.getScheme().matches("(?i)https?|ftp");
        if (uri.getPass() != null || (web && uri.getUser() != null)) {
            throw new IllegalArgumentException("the address \"" + shown
                    + "\" holds credentials, which then would show up in logs; give them by credentials(…) instead");
        }
        if (web && url.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "the address of a git repository has no query: \"" + shown.replaceAll("\\?.*", "?…") + "\"");
        }
        if (isLocal(uri)) {
            Path path = Path.of(uri.getPath()).toAbsolutePath().normalize();
            return new Address(path.toString(), uri.setPath(path.toString()));
        }
        return new Address(uri.toString(), uri);
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
