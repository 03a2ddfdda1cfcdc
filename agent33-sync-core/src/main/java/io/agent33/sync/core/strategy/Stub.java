package io.agent33.sync.core.strategy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reference says.
 *
 * @param upstream the canonical repository
 * @param path the document in it
 * @param release the release's label
 * @param address its permanent web address, if the upstream has one
 */
record Stub(String upstream, String path, String release, Optional<String> address) {
    /** The last segment of the path. */
    String document() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same in plain lines. */
    List<String> lines() {
        return Stream.concat(
                        Stream.of(
                                "This document is maintained in " + upstream + ".",
                                "Canonical source: " + path + " at " + release),
                        address.stream())
                .toList();
    }
}
