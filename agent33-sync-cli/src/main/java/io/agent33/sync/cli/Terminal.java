package io.agent33.sync.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the process's standard streams lead to. */
final class Terminal {
    /** Set by the launcher script, which can ask the operating system; Java cannot before JDK 22. */
    private static final String TOLD_BY_LAUNCHER = "agent33.sync.terminal";

    private Terminal() {}

    /** Whether a person watches standard error. */
    static boolean onStandardError() {
        String told = System.getProperty(TOLD_BY_LAUNCHER, "");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return !dumb && (told.isEmpty() ? System.console() != null : Boolean.parseBoolean(told));
    }

    /** Standard output for results: UTF-8, since programs read it. */
    static PrintWriter standardOutput() {
        return writer(FileDescriptor.out);
    }

    static PrintWriter standardError() {
        return writer(FileDescriptor.err);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset()), false);
    }

    /** A console of another encoding, as Windows has them, gets its own. */
    private static Charset charset() {
        Charset charset = System.console() == null ? StandardCharsets.UTF_8 : System.console().charset();
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
