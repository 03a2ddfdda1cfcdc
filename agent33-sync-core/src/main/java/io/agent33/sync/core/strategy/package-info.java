/** How a source file becomes a delivered file: copy, template and reference (S5). */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.strategy;

import javax.annotation.ParametersAreNonnullByDefault;
