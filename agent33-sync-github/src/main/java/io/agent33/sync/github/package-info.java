/** The doors: a connection to GitHub, and what of the engine lives there. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github;

import javax.annotation.ParametersAreNonnullByDefault;
