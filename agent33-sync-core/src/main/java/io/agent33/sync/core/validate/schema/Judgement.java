package io.agent33.sync.core.validate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is wrong with the data of a file, and whose fault it is (S7).
 *
 * @param faults in the order of their places
 * @param validated how many documents were held against schemas of other files
 */
public record Judgement(List<Fault> faults, int validated) {
    private static final int MOST_MISTAKES = 20;

    public Judgement {
        faults = List.copyOf(faults);
    }

    /**
     * Judges a file.
     *
     * @param delivered as it would lie downstream
     * @param upstream as it lies upstream; empty if that is no text. Asked only if something is wrong
     * @param here where the file may find its schemas
     * @param there where it may find them upstream
     */
    public static Judgement of(
            DataText delivered, Supplier<Optional<DataText>> upstream, SchemaFiles here, SchemaFiles there) {
        Instances instances = new Instances(here, MOST_MISTAKES);
        Origins origins = new Origins(delivered, upstream, new Instances(there, MOST_MISTAKES));
        List<Fault> faults = new ArrayList<>();
        for (NoisyPiece noisy : delivered.noisy()) {
            List<Trouble> troubles = new ArrayList<>(noisy.troubles());
            troubles.addAll(instances.troubles(noisy));
            troubles.forEach(trouble -> faults.add(new Fault(
                    trouble, origins.of(noisy.piece(), trouble), noisy.piece().whole())));
        }
        return new Judgement(faults, instances.validated());
    }

    /** Compares with the file upstream. */
    private static final class Origins {
        private final DataText delivered;
        private final Supplier<Optional<DataText>> read;
        private final Instances instances;
        private Optional<Optional<DataText>> upstream = Optional.empty();

        Origins(DataText delivered, Supplier<Optional<DataText>> read, Instances instances) {
            this.delivered = delivered;
            this.read = read;
            this.instances = instances;
        }

        private Optional<DataText> upstream() {
            if (upstream.isEmpty()) {
                upstream = Optional.of(read.get());
            }
            return upstream.get();
        }

        Fault.Origin of(Piece piece, Trouble trouble) {
            if (upstream().isEmpty()) {
                return Fault.Origin.OWN;
            }
            DataText source = upstream().get();
            boolean byNumber = source.hasAsManyPiecesAs(delivered);
            Optional<NoisyPiece> counterpart = source.counterpart(piece, byNumber);
            if (counterpart.isPresent() && isThere(trouble, counterpart.get())) {
                return Fault.Origin.UPSTREAM;
            }
            return counterpart.isPresent() || byNumber ? Fault.Origin.SYNC : Fault.Origin.OWN;
        }

        private boolean isThere(Trouble trouble, NoisyPiece counterpart) {
            if (trouble.kind() == Trouble.Kind.SYNTAX) {
                return counterpart.troubles().stream().anyMatch(it -> it.kind() == Trouble.Kind.SYNTAX);
            }
            List<Trouble> there =
                    trouble.kind() == Trouble.Kind.SCHEMA ? counterpart.troubles() : instances.troubles(counterpart);
            return there.stream().anyMatch(it -> it.isThatOf(trouble));
        }
    }
}
