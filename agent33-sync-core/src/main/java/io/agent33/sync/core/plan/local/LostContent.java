package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.StateFolder;
import java.util.List;
import java.util.Optional;

/** Content that the manifest names is in neither repository: somebody edited or removed a file of the rule's state (S9). */
public final class LostContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ObjectId blob;

    LostContent(ObjectId blob) {
        super("blob " + blob + " is lost");
        this.blob = blob;
    }

    /**
     * Where it should be, and the way out.
     *
     * @param folder where the state was read, which is a vanished rule's if it is taken along
     */
    public Objection objection(StateFolder folder, List<ManifestFile> records) {
        Optional<ManifestFile> owner = records.stream()
                .filter(record -> folder.kept(record).containsValue(blob))
                .findFirst();
        String place = owner.flatMap(record -> folder.kept(record).entrySet().stream()
                        .filter(kept -> kept.getValue().equals(blob))
                        .map(kept -> kept.getKey().value())
                        .findFirst())
                .orElse(folder.path());
        // A first sync keeps what stands in the override and replaces what lies at the target.
        String first = owner.filter(record -> record.override().isPresent())
                .map(record -> "put what you want to keep of " + record.target() + " into its override and delete ")
                .orElse("delete ");
        return Objection.of(
                "state-damaged",
                place,
                "blob " + blob.abbreviated() + ", as the manifest says",
                "another file, or none",
                "restore it from the downstream's history, or " + first + folder.path() + " for a first sync");
    }
}
