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
import org.eclipse.jgit.transport.Transport;

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

    BranchUpdate run(Transport transport) throws IOException {
        try (PushConnection push = transport.openPush()) {
            Ref ref = push.getRef(change.ref());
            Optional<BranchUpdate> settled = change.settledBy(ref == null ? ObjectId.zeroId() : ref.getObjectId());
            return settled.isPresent() ? settled.get() : pushed(push);
        }
    }

    private BranchUpdate pushed(PushConnection push) throws IOException {
        RemoteRefUpdate update = new RemoteRefUpdate(
                from.repository(), null, change.wanted(), change.ref(), true, null, change.expected());
        Map<String, RemoteRefUpdate> updates = new HashMap<>(Map.of(change.ref(), update));
        sent = true;
        try {
            push.push(NullProgressMonitor.INSTANCE, updates);
        } catch (TransportException e) {
            if (isNoUnpacking(e)) {
                return refused(String.valueOf(e.getMessage()), push);
            }
            throw e;
        }
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE, NON_EXISTING -> change.done();
            case REJECTED_NODELETE -> refused("it forbids to delete branches", push);
            default -> refused(update.getMessage() == null ? update.getStatus().toString() : update.getMessage(), push);
        };
    }

    /** It took all of it and then would not have it: too large, or not clean enough. */
    private static boolean isNoUnpacking(TransportException failure) {
        return failure instanceof TooLargePackException
                || failure instanceof TooLargeObjectInPackException
                || String.valueOf(failure.getMessage()).contains("unpacking");
    }

    private static BranchUpdate refused(String reason, PushConnection push) {
        String said = Texts.oneLine(push.getMessages());
        return new BranchUpdate.Refused(Texts.oneLine(said.isEmpty() ? reason : reason + ": " + said));
    }
}
