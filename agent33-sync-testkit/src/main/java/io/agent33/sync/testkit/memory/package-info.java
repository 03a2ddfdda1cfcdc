/** Git repositories, ports and a publisher that live in memory, with git's own object ids. */
@ParametersAreNonnullByDefault
package io.agent33.sync.testkit.memory;

import javax.annotation.ParametersAreNonnullByDefault;
