package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;

/** One value of a YAML document, as it was written, and where. Immutable. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
    /** Where it starts. */
    Location at();
}
