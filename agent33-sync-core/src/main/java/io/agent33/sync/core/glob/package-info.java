/** Decides which paths a glob selects (S4), by git's wildmatch rules and in time bounded by pattern times path. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.glob;

import javax.annotation.ParametersAreNonnullByDefault;
