package io.agent33.sync.github.pull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.rest.Refused;
import io.agent33.sync.github.rest.Rest;
import io.agent33.sync.github.rest.Segments;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A repository's labels: those that are missing are made, with a colour and a description. What exists is remembered.
 * Thread-safe.
 */
public final class Labels {
    private record Look(String colour, String description) {}

    private static final Map<String, Look> OWN = Map.of(
            "agent33-sync", new Look("0e8a16", "Canonical files of AGENT-33"),
            "auto-generated", new Look("ededed", "Made by a program"));

    private static final Look OTHER = new Look("c5def5", "Wanted by a rule of agent33-sync");

    private final Rest rest;
    private final Map<RepositoryId, Set<String>> known = new ConcurrentHashMap<>();

    public Labels(Rest rest) {
        this.rest = rest;
    }

    /** Sees to it that a repository has them. */
    public void ensure(RepositoryId repository, List<String> labels) {
        Set<String> there = known(repository);
        labels.stream().filter(label -> !there.contains(folded(label))).forEach(label -> {
            create(repository, label);
            there.add(folded(label));
        });
    }

    /** Asked for outside of the map, which would let other repositories wait as well. */
    private Set<String> known(RepositoryId repository) {
        Set<String> there = known.get(repository);
        if (there == null) {
            there = existing(repository);
            known.put(repository, there);
        }
        return there;
    }

    private Set<String> existing(RepositoryId repository) {
        return rest.list(repository, path(repository) + "?per_page=100").stream()
                .map(label -> folded(label.path("name").asText("")))
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }

    private void create(RepositoryId repository, String label) {
        Look look = OWN.getOrDefault(label, OTHER);
        Answer answer = rest.ask(
                repository,
                Ask.post(
                        path(repository),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", label)
                                .put("color", look.colour())
                                .put("description", look.description())));
        if (!(answer.status() == 422 && answer.says("already_exists"))) {
            Refused.unlessDone(repository, answer);
        }
    }

    private static String path(RepositoryId repository) {
        return Segments.of(repository) + "/labels";
    }

    /** GitHub tells labels apart without regard to case. */
    private static String folded(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
