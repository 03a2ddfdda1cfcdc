/** S8's law, held against generated histories of an upstream and a downstream. */
@ParametersAreNonnullByDefault
package io.agent33.sync.it.histories;

import javax.annotation.ParametersAreNonnullByDefault;
