/** Publishing without a forge: pull requests as files in a folder. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.publish;

import javax.annotation.ParametersAreNonnullByDefault;
