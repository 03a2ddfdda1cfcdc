/** Who asks: a token, or an app's installation. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.auth;

import javax.annotation.ParametersAreNonnullByDefault;
