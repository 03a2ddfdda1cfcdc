/** Taking a sync back: what its revert makes of a downstream's files, and which releases were taken back (S12). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.rollback;

import javax.annotation.ParametersAreNonnullByDefault;
