package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.TreeEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;

/** The edits at one path and below it. */
final class EditNode {
    private final Map<String, EditNode> children = new TreeMap<>();

    @Nullable
    private TreeEdit edit;

    private boolean putsBelow;

    private EditNode() {}

    /** @throws IllegalArgumentException if two edits are at one path */
    static EditNode of(List<TreeEdit> edits) {
        EditNode root = new EditNode();
        edits.forEach(root::add);
        return root;
    }

    private void add(TreeEdit added) {
        EditNode node = this;
        for (String name : added.path().value().split("/", -1)) {
            node.putsBelow |= added.after().isPresent();
            node = node.children.computeIfAbsent(RawTree.rawName(name), key -> new EditNode());
        }
        if (node.edit != null) {
            throw contradiction(added.path().value(), "there are two");
        }
        node.edit = added;
    }

    static IllegalArgumentException contradiction(String path, String why) {
        return new IllegalArgumentException("edits at \"" + Texts.oneLine(path) + "\" contradict: " + why);
    }

    /** By raw name. */
    Map<String, EditNode> children() {
        return children;
    }

    boolean putsBelow() {
        return putsBelow;
    }

    boolean isUntouched() {
        return edit == null;
    }

    boolean deletes() {
        return edit != null && edit.after().isEmpty();
    }

    Optional<FileState> file() {
        return edit == null ? Optional.empty() : edit.after();
    }

    /** @throws IllegalArgumentException if they do not go together, or not with what lies there */
    void check(String path, boolean present, boolean file) {
        if (putsBelow && file().isPresent()) {
            throw contradiction(path, "one puts a file there and another one a file below it");
        }
        if (putsBelow && file && isUntouched()) {
            throw contradiction(path, "one puts a file below it, but a file lies there that none of them deletes");
        }
        if (deletes() && present && !file) {
            throw contradiction(path, "one deletes a file there, but it is a folder");
        }
    }
}
