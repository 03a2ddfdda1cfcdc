/** How a rule stands in its downstream, by what is merged and what the journal shows (S13). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.monitor.status;

import javax.annotation.ParametersAreNonnullByDefault;
