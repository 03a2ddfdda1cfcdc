package io.agent33.sync.api.rule;

import io.agent33.sync.api.validate.Check;

/**
 * A finding that the rule's owner accepts (S7); it is recorded in the report.
 *
 * @param check whose finding
 * @param path of the delivered file
 * @param match the text that was found
 * @param reason why it is fine; not empty
 */
public record Acceptance(Check check, String path, String match, String reason) {}
