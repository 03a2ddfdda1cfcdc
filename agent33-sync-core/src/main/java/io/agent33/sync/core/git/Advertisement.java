package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.UpstreamRefs;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * Where a repository's references pointed at one moment.
 *
 * @param head the short name of the default branch; empty if {@code HEAD} leads to no commit
 * @param refs by full name, what each points at; an annotated tag is not peeled
 * @param peeled for annotated tags, what they lead to in the end
 */
record Advertisement(Optional<String> head, SortedMap<String, ObjectId> refs, Map<String, ObjectId> peeled) {

    static Advertisement of(Collection<Ref> refs) {
        SortedMap<String, ObjectId> all = new TreeMap<>();
        Map<String, ObjectId> peeled = new TreeMap<>();
        Optional<Ref> head = Optional.empty();
        for (Ref ref : refs) {
            if (ref.getName().equals(Constants.HEAD)) {
                head = Optional.of(ref);
            } else if (ref.getObjectId() != null) {
                all.put(ref.getName(), ref.getObjectId());
                if (ref.getPeeledObjectId() != null) {
                    peeled.put(ref.getName(), ref.getPeeledObjectId());
                }
            }
        }
        return new Advertisement(head.flatMap(ref -> branchOf(ref, all)), all, peeled);
    }

    /** Old servers and detached heads do not tell a name; then the branch at the same commit is meant. */
    private static Optional<String> branchOf(Ref head, SortedMap<String, ObjectId> refs) {
        if (head.isSymbolic()) {
            String target = head.getTarget().getName();
            return refs.containsKey(target) ? Optional.of(shortBranch(target)) : Optional.empty();
        }
        Set<String> candidates = new HashSet<>();
        branches(refs).forEach((name, id) -> {
            if (id.equals(head.getObjectId())) {
                candidates.add(name);
            }
        });
        return candidates.contains("main")
                ? Optional.of("main")
                : candidates.contains("master")
                        ? Optional.of("master")
                        : candidates.stream().sorted().findFirst();
    }

    /** Whether these are its default branch and all its tags. That an id is a commit's, it was and stays. */
    boolean shows(UpstreamRefs before) {
        SortedMap<String, ObjectId> then = new TreeMap<>();
        before.tags().forEach(tag -> then.put(tag.name(), Ids.in(tag.commit())));
        String branch = before.head().name();
        return head.equals(Optional.of(branch))
                && Ids.in(before.head().commit()).equals(refs.get(Constants.R_HEADS + branch))
                && then.equals(tags());
    }

    /** By short name, in the order of the names. */
    SortedMap<String, ObjectId> branches() {
        return branches(refs);
    }

    private static SortedMap<String, ObjectId> branches(SortedMap<String, ObjectId> refs) {
        return below(refs, Constants.R_HEADS);
    }

    /** By short name, in the order of the names, peeled. */
    SortedMap<String, ObjectId> tags() {
        SortedMap<String, ObjectId> tags = below(refs, Constants.R_TAGS);
        tags.replaceAll((name, id) -> peeled.getOrDefault(Constants.R_TAGS + name, id));
        return tags;
    }

    private static SortedMap<String, ObjectId> below(SortedMap<String, ObjectId> refs, String prefix) {
        SortedMap<String, ObjectId> below = new TreeMap<>();
        refs.forEach((name, id) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), id);
            }
        });
        return below;
    }

    private static String shortBranch(String name) {
        return name.startsWith(Constants.R_HEADS) ? name.substring(Constants.R_HEADS.length()) : name;
    }

    /** What a full name leads to, peeled. */
    Optional<ObjectId> target(String name) {
        return Optional.ofNullable(peeled.getOrDefault(name, refs.get(name)));
    }

    /** Everything that must be fetched to have all of it. */
    Set<ObjectId> ids() {
        return new HashSet<>(refs.values());
    }
}
