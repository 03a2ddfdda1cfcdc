/** Issues as GitHub has them, found by a hidden marker. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.issue;

import javax.annotation.ParametersAreNonnullByDefault;
