/** Three-way merges of files: by lines, as git does them, and by structure (S8). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.merge;

import javax.annotation.ParametersAreNonnullByDefault;
