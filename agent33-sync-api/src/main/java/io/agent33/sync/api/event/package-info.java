/** Progress of a run, for those who watch it. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.event;

import javax.annotation.ParametersAreNonnullByDefault;
