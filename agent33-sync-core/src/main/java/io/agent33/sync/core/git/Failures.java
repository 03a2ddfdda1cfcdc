package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.PackInvalidException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;

/** Turns what goes wrong with one repository into a {@link RepositoryException} that says what to do. */
final class Failures {
    private final String subject;
    private final Address address;
    private final Optional<Mirror> mirror;

    private Failures(String subject, Address address, Optional<Mirror> mirror) {
        this.subject = subject;
        this.address = address;
        this.mirror = mirror;
    }

    static Failures of(String name, Address address) {
        return new Failures(name + " (" + address + ")", address, Optional.empty());
    }

    /** The same, from the moment when its cached repository is open: damage to that one is noted. */
    Failures ofMirror(Mirror opened) {
        return new Failures(subject, address, Optional.of(opened));
    }

    /** Something that may go wrong. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    /** Runs it; {@code what} completes "could not …". */
    <T> T attempt(String what, Attempt<T> attempt) {
        return attempt(() -> what, attempt);
    }

    /** The same, where making the words costs more than what they are about. */
    <T> T attempt(Supplier<String> what, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            throw failure(what.get(), e);
        }
    }

    RepositoryException failure(Reason reason, String message) {
        return new RepositoryException(reason, subject + " " + message);
    }

    RepositoryException failure(String what, IOException cause) {
        return failure(what, cause, diagnose(cause));
    }

    /** For what can have no other reason, unless it was an interrupt. */
    RepositoryException failure(Reason reason, String what, IOException cause) {
        Diagnosis diagnosis = diagnose(cause);
        return failure(
                what,
                cause,
                diagnosis.reason() == Reason.INTERRUPTED
                        ? diagnosis
                        : new Diagnosis(reason, said(cause), "check free space and permissions of the cache"));
    }

    private RepositoryException failure(String what, IOException cause, Diagnosis diagnosis) {
        switch (diagnosis.reason()) {
            case INTERRUPTED -> Thread.currentThread().interrupt();
            case CORRUPT -> mirror.ifPresent(Mirror::markDamaged);
            default -> {}
        }
        String message = subject + ": could not " + what + ": " + diagnosis.answer() + "; " + diagnosis.remedy();
        return new RepositoryException(diagnosis.reason(), message, cause);
    }

    private record Diagnosis(Reason reason, String answer, String remedy) {}

    private Diagnosis diagnose(IOException failure) {
        if (Interrupts.caused(failure)) {
            return new Diagnosis(Reason.INTERRUPTED, "the thread was interrupted", "run it again");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Diagnosis> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        boolean network = !address.isLocal() || failure instanceof TransportException;
        return network
                ? unreachable(said(failure))
                : new Diagnosis(Reason.STORAGE, said(failure), "check the disk and the permissions of the folders");
    }

    private Optional<Diagnosis> known(Throwable cause) {
        if (cause instanceof NoRemoteRepositoryException) {
            return Optional.of(new Diagnosis(
                    Reason.NOT_FOUND, said(cause), "check the address, and whether the credentials may see it"));
        }
        if (cause instanceof NoSuchCommit) {
            return Optional.of(new Diagnosis(Reason.NO_SUCH_REVISION, said(cause), "name one that is"));
        }
        if (cause instanceof OtherObjectFormat) {
            return Optional.of(new Diagnosis(
                    Reason.UNSUPPORTED,
                    said(cause),
                    "move it to a repository made with git init --object-format=" + OtherObjectFormat.KNOWN));
        }
        if (cause instanceof NotAuthorized) {
            return Optional.of(new Diagnosis(Reason.FORBIDDEN, "it refused", said(cause)));
        }
        if (cause instanceof NotSigned) {
            return Optional.of(new Diagnosis(
                    Reason.FORBIDDEN,
                    "the commit cannot be signed: " + said(cause),
                    "check the key and its passphrase; nothing was pushed"));
        }
        if (cause instanceof NotSupportedException) {
            return Optional.of(new Diagnosis(Reason.FORBIDDEN, said(cause), "use an address that allows it"));
        }
        if (cause instanceof MissingObjectException
                || cause instanceof CorruptObjectException
                || cause instanceof IncorrectObjectTypeException
                || cause instanceof PackInvalidException) {
            return Optional.of(new Diagnosis(
                    Reason.CORRUPT,
                    said(cause),
                    "run it again, which fetches anew; if that does not help, run git fsck in the repository"));
        }
        return network(cause).or(() -> disk(cause));
    }

    private Optional<Diagnosis> network(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Optional.of(unreachable("no such host: " + said(cause)));
        }
        if (cause instanceof ConnectException || cause instanceof PackProtocolException) {
            return Optional.of(unreachable(said(cause)));
        }
        if (cause instanceof InterruptedIOException) {
            return Optional.of(unreachable("no answer in time: " + said(cause)));
        }
        return cause instanceof EOFException
                ? Optional.of(unreachable("the connection broke off: " + said(cause)))
                : Optional.empty();
    }

    private static Diagnosis unreachable(String answer) {
        return new Diagnosis(Reason.UNREACHABLE, answer, "check the network and the server, and run it again");
    }

    private Optional<Diagnosis> disk(Throwable cause) {
        if (!(cause instanceof FileSystemException failure)) {
            return Optional.empty();
        }
        boolean there = address.isLocal()
                && failure.getFile() != null
                && Path.of(failure.getFile()).startsWith(address.path());
        return Optional.of(
                there && cause instanceof AccessDeniedException
                        ? new Diagnosis(Reason.FORBIDDEN, said(cause), "give this user the permission")
                        : new Diagnosis(
                                Reason.STORAGE, said(cause), "check free space and permissions of that folder"));
    }

    /** What it says itself, without the address that our message begins with anyway. */
    private String said(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).replace(address.uri() + ": ", "");
        String line = Texts.oneLine(message);
        return cause instanceof FileSystemException ? cause.getClass().getSimpleName() + " " + line : line;
    }
}
