/** The table of S8: what becomes of one delivered file, its override and its state. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.plan.reconcile;

import javax.annotation.ParametersAreNonnullByDefault;
