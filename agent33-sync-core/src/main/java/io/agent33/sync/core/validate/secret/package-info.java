/**
 * Finds what must not leave the upstream (S7, secret_scan): credentials, private paths and addresses, internal-only content,
 * and characters that nobody sees.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.validate.secret;

import javax.annotation.ParametersAreNonnullByDefault;
