/** What can go wrong, as data: objections that name subject, place, expectation and remedy. */
@ParametersAreNonnullByDefault
package io.agent33.sync.api.error;

import javax.annotation.ParametersAreNonnullByDefault;
