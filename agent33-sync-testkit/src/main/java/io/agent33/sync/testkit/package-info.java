/** Stand-ins, contract tests and assertions for the test suites of hosts and plugins. */
@ParametersAreNonnullByDefault
package io.agent33.sync.testkit;

import javax.annotation.ParametersAreNonnullByDefault;
