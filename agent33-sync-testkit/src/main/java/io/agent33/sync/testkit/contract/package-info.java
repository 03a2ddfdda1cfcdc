/** The laws of the ports as tests: extend a contract, say how a repository comes to be, and all of it runs. */
@ParametersAreNonnullByDefault
package io.agent33.sync.testkit.contract;

import javax.annotation.ParametersAreNonnullByDefault;
