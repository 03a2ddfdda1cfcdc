/** Planning a rollback, or an allowance: which merged syncs are meant, what their revert changes, and what is told of it (S12). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.plan.rollback;

import javax.annotation.ParametersAreNonnullByDefault;
