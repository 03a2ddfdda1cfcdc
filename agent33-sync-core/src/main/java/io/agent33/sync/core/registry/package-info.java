/** The specification's downstream registry, as documents show it (S13). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.registry;

import javax.annotation.ParametersAreNonnullByDefault;
