/** A quarter of a fleet's life, told by a script, and a model of what has to be so at the end of each of its days (S13). */
@ParametersAreNonnullByDefault
package io.agent33.sync.it.quarter;

import javax.annotation.ParametersAreNonnullByDefault;
