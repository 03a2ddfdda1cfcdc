package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.StateFolder;
import java.util.List;
import java.util.Map;

/** Content that the manifest names is in neither repository: somebody edited or removed a file of the rule's state (S9). */
final class LostContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ObjectId blob;

    LostContent(ObjectId blob) {
        super("blob " + blob + " is lost");
        this.blob = blob;
    }

    /** Where it should be, and the way out. */
    Objection objection(StateFolder folder, List<ManifestFile> records) {
        String place = records.stream()
                .flatMap(record -> folder.kept(record).entrySet().stream())
                .filter(kept -> kept.getValue().equals(blob))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(Object::toString)
                .orElse(folder.path());
        return Objection.of(
                "state-damaged",
                place,
                "blob " + blob.abbreviated() + ", as the manifest says",
                "another file, or none",
                "restore it from the downstream's history, or delete the rule's state folder for a first sync");
    }
}
