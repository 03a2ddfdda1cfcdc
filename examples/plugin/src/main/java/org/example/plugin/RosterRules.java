package org.example.plugin;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rules for those who want to write none: the upstream's file {@code ROSTER} names a repository and a folder on each
 * line, and that folder receives everything below {@code handbook/}.
 */
public final class RosterRules implements RuleSource {
    private static final String FILE = "ROSTER";

    @Override
    public RuleSet read(RuleContext context) {
        List<RuleSet.Entry> rules = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        int number = 0;
        for (String line : lines(context.upstream())) {
            number++;
            Location where = new Location(FILE, number, 0);
            try {
                rules.add(new RuleSet.Entry(rule(line.split(" ", 2)), where));
            } catch (IllegalArgumentException e) {
                objections.add(Objection.of("bad-line", line, "owner/name folder", e.getMessage(), "correct the line")
                        .at(where));
            }
        }
        rules.sort(Comparator.comparing(entry -> entry.rule().id()));
        return new RuleSet(rules, objections);
    }

    private static SyncRule rule(String[] words) {
        if (words.length < 2) {
            throw new IllegalArgumentException("no folder");
        }
        return SyncRule.builder("handbook." + words[0].toLowerCase(Locale.ROOT).replace('/', '.'))
                .source("handbook/**")
                .targetRepo(words[0])
                .targetPath(words[1])
                .frequency(Frequency.ON_RELEASE)
                .build();
    }

    private static List<String> lines(UpstreamRepository upstream) {
        Optional<TreeEntry> roster =
                upstream.tree(upstream.refs().head().commit()).find(FILE);
        if (roster.isEmpty()) {
            return List.of();
        }
        try (InputStream content = upstream.blobs().open(roster.get().id())) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.UNREACHABLE, FILE + " could not be read (" + e + "); run again", e);
        }
    }
}
