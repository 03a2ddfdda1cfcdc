/** Pull requests as GitHub has them, and what it takes to bring one into the state that a draft wants. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.pull;

import javax.annotation.ParametersAreNonnullByDefault;
