/** What is delivered where, and how: the rules of the specification's "Sync Rules Schema" as values. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.rule;

import javax.annotation.ParametersAreNonnullByDefault;
