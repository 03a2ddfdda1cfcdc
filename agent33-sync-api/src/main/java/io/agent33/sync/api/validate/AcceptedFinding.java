package io.agent33.sync.api.validate;

/**
 * A finding that the rule's owner accepts, and why (S7).
 *
 * @param finding what was found
 * @param reason as the rule's {@code validation.allow} gives it
 */
public record AcceptedFinding(Finding finding, String reason) {}
