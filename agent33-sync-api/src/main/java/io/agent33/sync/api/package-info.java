/** The words and contracts of a sync: records, sealed outcomes and one-method ports. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api;

import javax.annotation.ParametersAreNonnullByDefault;
