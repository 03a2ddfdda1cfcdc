/** Reads YAML strictly and within bounds into a small tree that knows where everything stands. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.yaml;

import javax.annotation.ParametersAreNonnullByDefault;
