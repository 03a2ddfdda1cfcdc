/** Measurements of what matters inside the engine. */
@ParametersAreNonnullByDefault
package io.agent33.sync.benchmarks;

import javax.annotation.ParametersAreNonnullByDefault;
