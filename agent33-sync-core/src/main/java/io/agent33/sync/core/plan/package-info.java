/** The hall: from rules and two trees to a plan, stage by stage, without writing anything (S2). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.plan;

import javax.annotation.ParametersAreNonnullByDefault;
