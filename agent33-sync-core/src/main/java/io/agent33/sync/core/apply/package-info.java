/** From a plan to a pushed branch and a pull request (S11, S14). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.apply;

import javax.annotation.ParametersAreNonnullByDefault;
