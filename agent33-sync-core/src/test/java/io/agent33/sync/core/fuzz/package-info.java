/** Changes samples at random and holds a parser of foreign data to its promise. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.fuzz;

import javax.annotation.ParametersAreNonnullByDefault;
