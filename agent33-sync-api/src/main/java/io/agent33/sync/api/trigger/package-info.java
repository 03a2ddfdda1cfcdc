/** What asks for a sync: a release, a change, an operator, or simply what is due. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.trigger;

import javax.annotation.ParametersAreNonnullByDefault;
