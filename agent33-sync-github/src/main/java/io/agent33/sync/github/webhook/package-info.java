/** Deliveries of GitHub's webhooks: who signed them, and what they ask for. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.webhook;

import javax.annotation.ParametersAreNonnullByDefault;
