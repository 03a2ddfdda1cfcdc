package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;

/** An open connection of {@link WireRemote}, and its thread. */
record WireSession(Courier courier, Connection connection, FetchConnection fetch, Advertisement advertisement)
        implements Session {
    @Override
    public void fetch(Set<ObjectId> wanted, Set<ObjectId> held) throws IOException {
        List<Ref> refs = new ArrayList<>();
        for (ObjectId id : wanted) {
            refs.add(new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id));
        }
        courier.run(() -> {
            try {
                fetch.fetch(NullProgressMonitor.INSTANCE, refs, held);
                return true;
            } catch (IOException | RuntimeException e) {
                throw connection.explained(e);
            }
        });
    }

    @Override
    public void close() {
        courier.end(() -> {
            fetch.close();
            connection.close();
        });
    }
}
