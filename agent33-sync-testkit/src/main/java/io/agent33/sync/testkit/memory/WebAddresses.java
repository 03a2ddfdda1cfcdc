package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.RepositoryId;
import java.net.URI;
import java.net.URISyntaxException;

/** Web addresses of a repository on a forge that does not exist. */
record WebAddresses(RepositoryId id) {
    private static final String HOST = "git.example";

    URI of(String name, String path) {
        try {
            String escaped = new URI("https", HOST, "/" + id + "/blob/" + name + "/" + path, null).toASCIIString();
            return URI.create(escaped);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address can hold " + name + " and " + path, e);
        }
    }
}
