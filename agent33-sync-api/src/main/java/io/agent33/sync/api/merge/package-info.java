/** How local changes and a new release become one text. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.merge;

import javax.annotation.ParametersAreNonnullByDefault;
