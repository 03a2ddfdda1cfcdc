/** One request to GitHub's API and its answer: limits, repetition of what may be repeated, and nothing that knows a pull request. */
@ParametersAreNonnullByDefault
package io.agent33.sync.github.rest;

import javax.annotation.ParametersAreNonnullByDefault;
