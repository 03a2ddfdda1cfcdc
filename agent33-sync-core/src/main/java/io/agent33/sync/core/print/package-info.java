/** Plans and reports in print: for people (text), for programs (YAML, JSON) and for git (unified diff). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.print;

import javax.annotation.ParametersAreNonnullByDefault;
