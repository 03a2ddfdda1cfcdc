package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.transform.Delivered;
import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.core.plan.DeliveredSet;
import io.agent33.sync.core.plan.UpstreamIfReachable;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.StateFolder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rollback leads back to.
 *
 * @param upstream the canonical repository's name
 * @param release that lies downstream then; the one that is taken back, if nothing was there before it
 * @param manifest what lies there of it; empty if nothing was there before
 * @param delivered where upstream's files lie then, by what the states of all rules say
 * @param source the upstream's files at that release, as far as it can be asked
 */
record RestoredRelease(
        RepositoryId upstream,
        Release release,
        Optional<Manifest> manifest,
        Delivered delivered,
        UpstreamFiles source) {

    /** @param oldest of the syncs that are taken back */
    static RestoredRelease before(
            PastSync oldest, UpstreamRepository upstream, DownstreamRepository downstream, FileTree head) {
        Optional<Manifest> manifest = oldest.before();
        String label = manifest.map(Manifest::release).orElse(oldest.label());
        ObjectId commit = manifest.map(Manifest::commit).orElse(ObjectId.none());
        return new RestoredRelease(
                upstream.id(),
                new Release(label.substring(1), commit, Optional.empty()),
                manifest,
                new DeliveredSet(() -> places(manifest, oldest.folder(), downstream, head)),
                new UpstreamIfReachable(upstream, commit));
    }

    private static Stream<DeliveredSet.Place> places(
            Optional<Manifest> restored, StateFolder own, DownstreamRepository downstream, FileTree head) {
        PastStates states = new PastStates(downstream);
        Stream<Manifest> others = StateFolder.in(head).stream()
                .filter(folder -> !folder.equals(own))
                .flatMap(folder -> states.read(head, folder).stream());
        return Stream.concat(restored.stream(), others)
                .flatMap(manifest -> manifest.files().stream())
                .map(file -> new DeliveredSet.Place(file.source(), file.target()));
    }

    /** The target paths of what lies there then; the caller's own set. */
    Set<String> targets() {
        Set<String> targets = new HashSet<>();
        manifest.stream()
                .flatMap(all -> all.files().stream())
                .forEach(file -> targets.add(file.target().value()));
        return targets;
    }
}
