/** The words of a pull request: its title, its body and the changelog excerpt in it (S11). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.pullrequest;

import javax.annotation.ParametersAreNonnullByDefault;
