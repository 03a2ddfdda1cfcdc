/** Foundation: walking and comparing file trees, whatever repository they come from. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.tree;

import javax.annotation.ParametersAreNonnullByDefault;
