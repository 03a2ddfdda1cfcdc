/** What a sync would do (the plan) and what it did (the report), as values. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.report;

import javax.annotation.ParametersAreNonnullByDefault;
