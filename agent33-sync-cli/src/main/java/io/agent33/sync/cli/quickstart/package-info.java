/** A sample upstream and three downstreams on disk, to see a sync from end to end without any account or network. */
@ParametersAreNonnullByDefault
package io.agent33.sync.cli.quickstart;

import javax.annotation.ParametersAreNonnullByDefault;
