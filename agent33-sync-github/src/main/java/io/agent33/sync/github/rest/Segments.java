package io.agent33.sync.github.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.RepositoryId;
import java.net.URLEncoder;

/** Parts of addresses. */
public final class Segments {
    private Segments() {}

    /** {@code /repos/{owner}/{repo}}. */
    public static String of(RepositoryId repository) {
        return "/repos/" + encoded(repository.owner()) + "/" + encoded(repository.name());
    }

    /** Any text as one part of a path or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
