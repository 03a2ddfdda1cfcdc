package io.agent33.sync.cli;

/** What the process tells the one that started it. */
final class ExitStatus {
    /** All is done, or there was nothing to do. */
    static final int DONE = 0;
    /** Some rule failed, was blocked or could not be read, or the upstream could not be read. */
    static final int ATTENTION = 1;
    /** The command line, the environment or a checked rule is wrong. */
    static final int WRONG_USE = 2;

    private ExitStatus() {}
}
