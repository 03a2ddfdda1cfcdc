/**
 * A second reading of references, independent of the engine's: regular expressions over lines, verdicts from plain files. It
 * shares no code with what it is compared with, and is kept so simple that one can see that it is right on the corpus.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.it.references;

import javax.annotation.ParametersAreNonnullByDefault;
