/** What rules do to files on their way: the transforms that every engine has, and their chain (S5, S6). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.transform;

import javax.annotation.ParametersAreNonnullByDefault;
