/** A room within the hall: what lies in the downstream, and the stage that takes it through S8's table. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.plan.local;

import javax.annotation.ParametersAreNonnullByDefault;
