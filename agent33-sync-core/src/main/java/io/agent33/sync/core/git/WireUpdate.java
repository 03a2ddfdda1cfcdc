package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** One change of a reference by git's push. */
final class WireUpdate {
    private final RefChange change;
    private final Mirror from;
    private volatile boolean sent;

    WireUpdate(RefChange change, Mirror from) {
        this.change = change;
        this.from = from;
    }

    /** Whether the other end may have taken notice of the change. */
    boolean isSent() {
        return sent;
    }

    BranchUpdate run(Connection connection) throws IOException {
        try (PushConnection push = connection.transport().openPush()) {
            Ref ref = push.getRef(change.ref());
            Optional<BranchUpdate> settled = change.settledBy(ref == null ? ObjectId.zeroId() : ref.getObjectId());
            return settled.isPresent() ? settled.get() : pushed(connection, push);
        }
    }

    private BranchUpdate pushed(Connection connection, PushConnection push) throws IOException {
        RemoteRefUpdate update = new RemoteRefUpdate(
                from.repository(), null, change.wanted(), change.ref(), true, null, change.expected());
        Map<String, RemoteRefUpdate> updates = new HashMap<>(Map.of(change.ref(), update));
        sent = true;
        try {
            push.push(NullProgressMonitor.INSTANCE, updates);
        } catch (TransportException e) {
            if (isNoUnpacking(e)) {
                return refused(String.valueOf(e.getMessage()), connection, push);
            }
            throw e;
        }
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE, NON_EXISTING -> change.done();
            case REJECTED_NODELETE -> refused("it forbids to delete branches", connection, push);
            default ->
                refused(
                        update.getMessage() == null ? update.getStatus().toString() : update.getMessage(),
                        connection,
                        push);
        };
    }

    /** It took all of it and then would not have it: too large, or not clean enough. */
    private static boolean isNoUnpacking(TransportException failure) {
        return failure instanceof TooLargePackException
                || failure instanceof TooLargeObjectInPackException
                || String.valueOf(failure.getMessage()).contains("unpacking");
    }

    private static BranchUpdate refused(String reason, Connection connection, PushConnection push) {
        String said = connection.redacted(push.getMessages()).strip();
        String why = connection.redacted(reason);
        return new BranchUpdate.Refused(Texts.oneLine(said.isEmpty() ? why : why + ": " + said));
    }
}
