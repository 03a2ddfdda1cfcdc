/** The door through which a pushed branch becomes a pull request. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.publish;

import javax.annotation.ParametersAreNonnullByDefault;
