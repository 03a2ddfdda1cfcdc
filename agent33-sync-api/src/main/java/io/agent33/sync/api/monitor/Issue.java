package io.agent33.sync.api.monitor;

/**
 * An issue as people can find it.
 *
 * @param reference how it is named elsewhere: the repository's name and the issue's number, {@code AGENT-33#456}
 * @param location its web address, or the file that holds its text
 * @param isOpen whether nobody has closed it
 */
public record Issue(String reference, String location, boolean isOpen) {}
