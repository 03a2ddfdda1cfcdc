/** The five checks of the specification and what they say of one sync. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.validate;

import javax.annotation.ParametersAreNonnullByDefault;
