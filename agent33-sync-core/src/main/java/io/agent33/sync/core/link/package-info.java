/**
 * What texts refer to, for all who change references or judge them (S6): each text is read once, and a reference is told from
 * its place as the path of the repository that it names.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.link;

import javax.annotation.ParametersAreNonnullByDefault;
