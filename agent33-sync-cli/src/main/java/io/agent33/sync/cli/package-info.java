/** The operator's command line, the first host application of the engine. */
@ParametersAreNonnullByDefault
package io.agent33.sync.cli;

import javax.annotation.ParametersAreNonnullByDefault;
