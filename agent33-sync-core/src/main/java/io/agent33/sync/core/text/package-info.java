/** Words for people: short excerpts of what was found, and the nearest valid name. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.text;

import javax.annotation.ParametersAreNonnullByDefault;
