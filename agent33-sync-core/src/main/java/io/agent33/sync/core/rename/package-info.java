/** Renames: which new path holds what lay at a path that is gone (S8). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.rename;

import javax.annotation.ParametersAreNonnullByDefault;
