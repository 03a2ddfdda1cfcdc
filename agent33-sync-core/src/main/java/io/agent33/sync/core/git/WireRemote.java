package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.FetchConnection;

/** A repository that is reached by git's protocol: {@code https}, {@code ssh}, {@code git}, a bundle file. */
final class WireRemote implements Remote {
    private static final List<String> ALWAYS = List.of(Constants.HEAD, Constants.R_HEADS, Constants.R_TAGS);

    private final Address address;
    private final Access access;
    private final Tally tally;
    private volatile boolean demandsLogin;

    WireRemote(Address address, Access access, Tally tally) {
        this.address = address;
        this.access = access;
        this.tally = tally;
    }

    @Override
    public Optional<Path> lender() {
        return Optional.empty();
    }

    @Override
    public Session open(Mirror into, OptionalInt depth, Set<String> further) throws IOException {
        Courier courier = new Courier(access.deadline());
        try {
            return courier.run(() -> session(courier, into, depth, further), access.opening());
        } catch (IOException | RuntimeException e) {
            courier.end(() -> {});
            throw e;
        }
    }

    private Session session(Courier courier, Mirror into, OptionalInt depth, Set<String> further) throws IOException {
        Connection connection = Connection.to(address, access, tally, into.repository(), depth, demandsLogin);
        try {
            List<String> names = new ArrayList<>(ALWAYS);
            names.addAll(further);
            FetchConnection fetch = connection.openFetch(names);
            demandsLogin |= connection.loggedIn();
            return new WireSession(courier, connection, fetch, advertised(fetch, names));
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw connection.explained(e);
        }
    }

    /** Old servers tell more than they were asked for. */
    private static Advertisement advertised(FetchConnection fetch, List<String> names) {
        return Advertisement.of(fetch.getRefs().stream()
                .filter(ref -> names.stream().anyMatch(ref.getName()::startsWith))
                .toList());
    }

    @Override
    public BranchUpdate update(Mirror from, RefChange change) throws IOException {
        WireUpdate update = new WireUpdate(change, from);
        Courier courier = new Courier(access.deadline());
        try {
            BranchUpdate result = courier.run(() -> run(update, from));
            return result instanceof BranchUpdate.Refused ? seenAgain(from, change, result) : result;
        } catch (IOException e) {
            if (!update.isSent() || Interrupts.caused(e)) {
                throw e;
            }
            return afterLostAnswer(from, change, e);
        } finally {
            courier.end(() -> {});
        }
    }

    private BranchUpdate run(WireUpdate update, Mirror from) throws IOException {
        try (Connection connection =
                Connection.to(address, access, tally, from.repository(), OptionalInt.empty(), demandsLogin)) {
            try {
                BranchUpdate result = update.run(connection);
                demandsLogin |= connection.loggedIn();
                return result;
            } catch (IOException | RuntimeException e) {
                throw connection.explained(e);
            }
        }
    }

    /** A server that found the branch moved says so in words of its own. */
    private BranchUpdate seenAgain(Mirror from, RefChange change, BranchUpdate refused) throws IOException {
        return change.settledBy(look(from, change)).orElse(refused);
    }

    /** Nobody knows whether the change took effect, so look. */
    private BranchUpdate afterLostAnswer(Mirror from, RefChange change, IOException lost) throws IOException {
        try {
            ObjectId actual = look(from, change);
            if (!actual.equals(change.expected())) {
                return change.settledBy(actual).orElseThrow();
            }
        } catch (IOException e) {
            lost.addSuppressed(e);
        }
        throw lost;
    }

    private ObjectId look(Mirror from, RefChange change) throws IOException {
        try (Session session = open(from, OptionalInt.of(1), Set.of(change.ref()))) {
            return session.advertisement().refs().getOrDefault(change.ref(), ObjectId.zeroId());
        }
    }
}
