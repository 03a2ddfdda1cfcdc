package io.agent33.sync.api.validate;

/**
 * What one check says of one sync (S7).
 *
 * @param check which
 * @param status how it ended
 * @param details one line
 */
public record CheckResult(Check check, CheckStatus status, String details) {}
