/** Files that several processes share. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.file;

import javax.annotation.ParametersAreNonnullByDefault;
