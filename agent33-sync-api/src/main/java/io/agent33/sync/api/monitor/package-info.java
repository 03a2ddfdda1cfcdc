/** The door through which the engine tells people of what wants their attention. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.monitor;

import javax.annotation.ParametersAreNonnullByDefault;
