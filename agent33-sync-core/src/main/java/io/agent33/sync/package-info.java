/** The front door: the engine, its builder and the verbs of a sync. */
@ParametersAreNonnullByDefault
package io.agent33.sync;

import javax.annotation.ParametersAreNonnullByDefault;
