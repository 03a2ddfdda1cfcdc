/** Ports that fail on purpose, at a call that a run was seen to make. */
@ParametersAreNonnullByDefault
package io.agent33.sync.testkit.fault;

import javax.annotation.ParametersAreNonnullByDefault;
