package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.TextEdit;
import io.agent33.sync.core.markdown.Range;
import io.agent33.sync.core.markdown.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to change in the references of one text. What lies within something that goes, goes with it. */
final class LinkEdits {
    private final List<TextEdit> edits = new ArrayList<>();

    /** Leaves a link's text or an image's alternative text alone standing (S6). */
    void unlink(Reference reference) {
        Range whole = reference.range();
        Range kept = reference.text().orElse(new Range(whole.end(), whole.end()));
        add(new TextEdit(whole.start(), kept.start(), ""));
        add(new TextEdit(kept.end(), whole.end(), ""));
    }

    void replace(Range range, String replacement) {
        add(new TextEdit(range.start(), range.end(), replacement));
    }

    private void add(TextEdit edit) {
        if (edit.start() < edit.end()) {
            edits.add(edit);
        }
    }

    /** In their order, none twice: a definition is named by each link that uses it. */
    List<TextEdit> inOrder() {
        List<TextEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(TextEdit::start)
                .thenComparing(TextEdit::end, Comparator.reverseOrder())
                .thenComparing(TextEdit::replacement));
        List<TextEdit> apart = new ArrayList<>();
        int end = 0;
        for (TextEdit edit : ordered) {
            if (edit.start() >= end) {
                apart.add(edit);
                end = edit.end();
            }
        }
        return apart;
    }
}
