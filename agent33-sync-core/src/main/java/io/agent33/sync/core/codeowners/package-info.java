/** Who owns which files of a downstream, by its CODEOWNERS and GitHub's rules (S11). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.codeowners;

import javax.annotation.ParametersAreNonnullByDefault;
