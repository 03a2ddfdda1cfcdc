/** What of a fleet's status somebody has to be told of (S13). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.monitor.alert;

import javax.annotation.ParametersAreNonnullByDefault;
