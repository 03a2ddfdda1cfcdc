/** The record of what was delivered, below {@code .agent33-sync-state/} in the downstream (S9). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.state;

import javax.annotation.ParametersAreNonnullByDefault;
