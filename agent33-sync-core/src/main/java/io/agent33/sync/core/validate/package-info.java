/** The checks that a sync has to pass before it is proposed (S7). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.validate;

import javax.annotation.ParametersAreNonnullByDefault;
