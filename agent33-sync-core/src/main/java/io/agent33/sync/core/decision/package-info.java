/** The log of decisions that a downstream keeps, {@code DECISIONS.md}: resolved conflicts and rollbacks. */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.decision;

import javax.annotation.ParametersAreNonnullByDefault;
