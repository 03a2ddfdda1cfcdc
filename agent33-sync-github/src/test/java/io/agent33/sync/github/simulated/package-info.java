/** A GitHub in this process: what the engine asks of it, with GitHub's rules, and failing on demand. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.simulated;

import javax.annotation.ParametersAreNonnullByDefault;
