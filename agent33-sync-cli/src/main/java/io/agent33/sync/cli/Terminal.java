package io.agent33.sync.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What the process's standard streams lead to. They are written in UTF-8 everywhere, since programs read them. */
final class Terminal {
    /** Set by the launcher script, which can ask the operating system about each stream. */
    private static final String TOLD_BY_LAUNCHER = "agent33.sync.terminal";

    private Terminal() {}

    /** Whether a person watches standard error. */
    static boolean onStandardError() {
        String told = System.getProperty(TOLD_BY_LAUNCHER, "");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return !dumb && (told.isEmpty() ? onConsole() : Boolean.parseBoolean(told));
    }

    /** From JDK 22 on there is a console even where there is no terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    static PrintWriter standardOutput() {
        return writer(FileDescriptor.out);
    }

    static PrintWriter standardError() {
        return writer(FileDescriptor.err);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
