/** What log lines are about. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.log;

import javax.annotation.ParametersAreNonnullByDefault;
