/** Changing files on their way downstream (S5, S6): what a plugin author implements, and what it is given. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.transform;

import javax.annotation.ParametersAreNonnullByDefault;
