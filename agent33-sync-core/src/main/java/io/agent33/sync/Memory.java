package io.agent33.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.Witness.Asked;
import io.agent33.sync.Witness.Question;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers a run after which every rule was current: what it had asked a world that can change, and was told. A later run
 * that is told the same need not plan, because a plan is a pure function of that (S2). Whatever is not exactly so, or cannot be
 * read, means that nothing is remembered. Thread-safe, also among processes.
 */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final String FORM = "agent33-sync memory 1";
    private static final int OF_QUESTION = 5;
    private static final int OF_RESULT = 4;

    private final Path folder;
    private final List<String> configuration;

    /**
     * @param folder where it is kept
     * @param configuration everything that a plan depends on and no port is asked for, the engine's code before all
     */
    Memory(Path folder, List<String> configuration) {
        this.folder = folder;
        this.configuration = List.copyOf(configuration);
    }

    /** Of each rule that it is current, as a run would find it now; empty if that has to be found out. */
    Optional<List<RuleResult>> recall(
            SyncTrigger trigger, UpstreamRepository upstream, DownstreamRepositories downstreams, Fleet fleet) {
        try {
            List<String> key = key(trigger, upstream);
            Optional<List<String>> texts = file(key).read();
            if (texts.isEmpty() || !starts(texts.get(), key)) {
                return Optional.empty();
            }
            Entry entry = Entry.of(texts.get().subList(key.size(), texts.get().size()));
            return entry.holds(upstream, downstreams, fleet) ? Optional.of(entry.results()) : Optional.empty();
        } catch (RuntimeException e) {
            // The run itself meets the same, and tells it as it should be told.
            LOG.debug("nothing is remembered", e);
            return Optional.empty();
        }
    }

    /** Keeps it if every rule ended as current and nothing happened on the way but asking. */
    void keep(SyncTrigger trigger, UpstreamRepository upstream, Witness witness, List<RuleResult> results) {
        Optional<Map<Question, String>> testimony = witness.testimony();
        if (testimony.isEmpty() || results.isEmpty() || !results.stream().allMatch(Memory::isSettled)) {
            return;
        }
        List<String> key = key(trigger, upstream);
        List<String> texts = new ArrayList<>(key);
        testimony.get().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Question::repository)
                        .thenComparing(Question::asked)
                        .thenComparing(Question::argument)))
                .forEach(told -> texts.addAll(List.of(
                        "asked",
                        told.getKey().repository(),
                        told.getKey().asked().name(),
                        told.getKey().argument(),
                        told.getValue())));
        for (RuleResult result : results) {
            texts.addAll(List.of(
                    "current",
                    result.repository().value(),
                    result.ruleId(),
                    ((RuleOutcome.Current) result.outcome()).release()));
        }
        try {
            file(key).write(texts);
        } catch (IOException | RuntimeException e) {
            LOG.debug("the run is not remembered", e);
        }
    }

    private static boolean isSettled(RuleResult result) {
        return result.outcome() instanceof RuleOutcome.Current
                && result.notes().isEmpty()
                && result.validation().isEmpty();
    }

    private List<String> key(SyncTrigger trigger, UpstreamRepository upstream) {
        List<String> key = new ArrayList<>();
        key.add(FORM);
        key.add(Witness.joined(configuration));
        key.add(upstream.id().value());
        key.add(upstream.location().map(Witness::joined).orElse(""));
        key.add(trigger.kind().name());
        key.add(trigger.reference().map(Witness::joined).orElse(""));
        key.add(Witness.joined(List.copyOf(trigger.only())));
        key.add(Boolean.toString(trigger.downgrade()));
        return key;
    }

    /** One for all that was ever found out of the same upstream by the same trigger: the newest replaces the others. */
    private MemoryFile file(List<String> key) {
        List<String> named = new ArrayList<>(key);
        named.remove(1);
        return new MemoryFile(
                folder.resolve(MemoryFile.sha256(Witness.joined(named).getBytes(UTF_8))));
    }

    private static boolean starts(List<String> texts, List<String> key) {
        return texts.size() > key.size() && texts.subList(0, key.size()).equals(key);
    }

    /** What a file says behind its key. */
    private record Entry(Map<String, Map<Question, String>> told, List<RuleResult> results) {
        static Entry of(List<String> texts) {
            Map<String, Map<Question, String>> told = new TreeMap<>();
            List<RuleResult> results = new ArrayList<>();
            int at = 0;
            while (at < texts.size()) {
                if (texts.get(at).equals("asked")) {
                    Question question =
                            new Question(texts.get(at + 1), Asked.valueOf(texts.get(at + 2)), texts.get(at + 3));
                    told.computeIfAbsent(question.repository(), key -> new LinkedHashMap<>())
                            .put(question, texts.get(at + 4));
                    at += OF_QUESTION;
                } else {
                    results.add(new RuleResult(
                            texts.get(at + 2),
                            RepositoryId.of(texts.get(at + 1)),
                            new RuleOutcome.Current(texts.get(at + 3))));
                    at += OF_RESULT;
                }
            }
            return new Entry(told, results);
        }

        boolean holds(UpstreamRepository upstream, DownstreamRepositories downstreams, Fleet fleet) {
            Map<Question, String> first = told.getOrDefault("", Map.of());
            if (first.isEmpty()
                    || !first.entrySet().stream()
                            .allMatch(one -> Questions.holds(upstream, one.getKey(), one.getValue()))) {
                return false;
            }
            AtomicBoolean same = new AtomicBoolean(true);
            List<String> others =
                    told.keySet().stream().filter(name -> !name.isEmpty()).toList();
            fleet.each(others, name -> {
                if (same.get() && !holds(downstreams, name)) {
                    same.set(false);
                }
                return List.of();
            });
            return same.get();
        }

        private boolean holds(DownstreamRepositories downstreams, String name) {
            try (DownstreamRepository downstream = downstreams.open(RepositoryId.of(name))) {
                return told.getOrDefault(name, Map.of()).entrySet().stream()
                        .allMatch(one -> Questions.holds(downstream, one.getKey(), one.getValue()));
            }
        }
    }
}
