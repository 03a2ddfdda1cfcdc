package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.core.plan.Replanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what was planned with what planning a second time gave (S7). */
final class SecondLook {
    private SecondLook() {}

    /** Where they differ, in the order of the paths. */
    static List<Mismatch> at(Proposal proposal, Replanned again) {
        if (again.ended().isPresent()) {
            return List.of(Mismatch.rendering(
                    proposal.ruleId(),
                    "the edits that were planned",
                    again.ended().get()));
        }
        return saysTheSame(proposal.edits(), again.edits()) ? List.of() : differences(proposal, again);
    }

    /** Both are in the order of their paths. */
    private static boolean saysTheSame(List<PlannedEdit> planned, List<PlannedEdit> found) {
        if (planned.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < planned.size(); i++) {
            if (!planned.get(i).path().equals(found.get(i).path())
                    || !planned.get(i).after().equals(found.get(i).after())) {
                return false;
            }
        }
        return true;
    }

    private static List<Mismatch> differences(Proposal proposal, Replanned again) {
        Map<String, Optional<FileState>> differing = new TreeMap<>();
        Map<String, Optional<FileState>> planned = states(proposal.edits());
        Map<String, Optional<FileState>> found = states(again.edits());
        List<Mismatch> mismatches = new ArrayList<>();
        differing.putAll(planned);
        differing.putAll(found);
        differing.keySet().stream()
                .filter(path -> !planned.containsKey(path)
                        || !found.containsKey(path)
                        || !planned.get(path).equals(found.get(path)))
                .forEach(path ->
                        mismatches.add(Mismatch.rendering(path, described(planned, path), described(found, path))));
        return mismatches;
    }

    private static Map<String, Optional<FileState>> states(List<PlannedEdit> edits) {
        Map<String, Optional<FileState>> states = new TreeMap<>();
        edits.forEach(edit -> states.put(edit.path().value(), edit.after()));
        return states;
    }

    private static String described(Map<String, Optional<FileState>> states, String path) {
        Optional<FileState> after = states.get(path);
        if (after == null) {
            return "no change";
        }
        return after.map(state -> "blob " + state.id() + " (" + state.mode().octal() + ")")
                .orElse("no file");
    }
}
