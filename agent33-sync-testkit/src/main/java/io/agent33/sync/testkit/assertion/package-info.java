/** Fluent assertions on plans, reports and trees. */
@ParametersAreNonnullByDefault
package io.agent33.sync.testkit.assertion;

import javax.annotation.ParametersAreNonnullByDefault;
