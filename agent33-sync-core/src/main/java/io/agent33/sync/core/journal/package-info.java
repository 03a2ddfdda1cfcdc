/** The journal of attempts: one record a line, readable whatever was cut off or damaged (S13). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.journal;

import javax.annotation.ParametersAreNonnullByDefault;
