package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.glob.Glob;
import java.util.List;

/**
 * The title's {@code {spec-name}} (S11): the stem of the one delivered file that changes, else the last folder of the
 * literal prefix of {@code source}, else, where that prefix has no folder, the rule's id.
 */
final class SpecName {
    private static final int MAX_LENGTH = 120;

    private SpecName() {}

    static String of(SyncRule rule, List<PlannedEdit> edits) {
        List<String> sources =
                edits.stream().flatMap(edit -> edit.source().stream()).toList();
        String name = sources.size() == 1 ? stem(lastSegment(sources.get(0))) : folder(rule.source());
        String shown = InertMarkdown.line(name);
        return VisibleText.of(shown.isEmpty() ? InertMarkdown.line(rule.id()) : shown, MAX_LENGTH);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String folder(String glob) {
        String literal = Glob.parse(glob).literalFolder();
        return literal.isEmpty() ? "" : lastSegment(literal.substring(0, literal.length() - 1));
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
