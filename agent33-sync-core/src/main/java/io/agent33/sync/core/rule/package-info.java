/** Where rules come from, what may stand in them, and what is said when something else does (S3). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.rule;

import javax.annotation.ParametersAreNonnullByDefault;
