/** How much GitHub lets one ask for, and what to do when it says no. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.limit;

import javax.annotation.ParametersAreNonnullByDefault;
