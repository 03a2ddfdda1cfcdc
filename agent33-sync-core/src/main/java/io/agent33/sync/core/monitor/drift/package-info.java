/** What of a downstream is no longer as the last merged sync left it (S13). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.monitor.drift;

import javax.annotation.ParametersAreNonnullByDefault;
