/** Calls to code of the host's: what it does wrong costs the rule at hand, and no more. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.plugin;

import javax.annotation.ParametersAreNonnullByDefault;
