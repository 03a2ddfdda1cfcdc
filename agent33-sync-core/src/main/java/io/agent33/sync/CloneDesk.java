package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.core.rule.RuleText;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.TreeFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes branches of one commit in a clone of the upstream. For one thread. */
final class CloneDesk {
    private static final int LONGEST = 32 << 20;

    private final DownstreamRepository clone;
    private final Identity author;
    private final Instant now;

    CloneDesk(DownstreamRepository clone, Identity author, Instant now) {
        this.clone = clone;
        this.author = author;
        this.now = now;
    }

    /** The file of an active rule at the clone's default branch. */
    RuleFolder.Found rule(String id, HostPlugins plugins) {
        FileTree tree = clone.tree(clone.base(Optional.empty()).commit());
        List<TreeEntry> files = new ArrayList<>();
        TreeFiles.below(tree, RuleFolder.PATH, files::add);
        Optional<ConfigurationException> unreadable = Optional.empty();
        for (TreeEntry file : files) {
            if (isRuleFile(file)) {
                try {
                    RuleText text = RuleText.of(file.path(), content(file.id()), plugins);
                    if (text.rule().id().equals(id)) {
                        return new RuleFolder.Found(RepoPath.of(file.path()), text);
                    }
                } catch (ConfigurationException e) {
                    unreadable = unreadable.or(() -> Optional.of(e));
                }
            }
        }
        throw unreadable.orElseGet(() -> Onboarding.refused(
                "unknown-rule",
                id,
                "a file of that rule below " + RuleFolder.PATH,
                "none",
                "name another clone or rule"));
    }

    private static boolean isRuleFile(TreeEntry file) {
        return file.mode().isFile()
                && (file.name().endsWith(".yaml") || file.name().endsWith(".yml"))
                && !file.path().contains("/archived/");
    }

    private byte[] content(ObjectId blob) {
        return Blobs.read(clone.blobs(), blob, LONGEST)
                .orElseThrow(() -> Onboarding.refused(
                        "file-too-large",
                        blob.hex(),
                        "at most " + LONGEST + " bytes",
                        "more",
                        "name another document"));
    }

    /** Begins a branch for what is done to a rule. */
    Draft draft(String what, String ruleId) {
        return new Draft("agent33-sync/" + what + "/" + ruleId);
    }

    /** A commit that is being made. */
    final class Draft {
        private final String branch;
        private final BranchTip base = clone.base(Optional.empty());
        private final FileTree tree = clone.tree(base.commit());
        private final Map<RepoPath, TreeEdit> edits = new TreeMap<>();

        private Draft(String branch) {
            this.branch = branch;
        }

        void create(RepoPath path, byte[] content) {
            if (tree.find(path.value()).isPresent()) {
                throw Onboarding.refused("file-exists", path.value(), "nothing there yet", "a file", "move it away");
            }
            put(path, content, FileMode.REGULAR);
        }

        void replace(RepoPath path, byte[] content) {
            put(path, content, file(path).mode());
        }

        void edit(RepoPath path, UnaryOperator<String> change) {
            String before = new String(content(file(path).id()), StandardCharsets.UTF_8);
            String after = change.apply(before);
            if (!after.equals(before)) {
                replace(path, after.getBytes(StandardCharsets.UTF_8));
            }
        }

        void delete(RepoPath path) {
            edits.put(path, TreeEdit.delete(path));
        }

        private TreeEntry file(RepoPath path) {
            return tree.find(path.value())
                    .filter(entry -> entry.mode().isFile())
                    .orElseThrow(() -> Onboarding.refused(
                            "no-file", path.value(), "a file at " + base.branch(), "none", "name another document"));
        }

        private void put(RepoPath path, byte[] content, FileMode mode) {
            ObjectId blob = clone.blobs().put(new ByteArrayInputStream(content), content.length);
            edits.put(path, TreeEdit.put(path, new FileState(mode, blob)));
        }

        UpstreamChange commit(String subject) {
            List<RepoPath> paths = List.copyOf(edits.keySet());
            ObjectId made = clone.buildTree(base.commit(), List.copyOf(edits.values()), clone.blobs());
            Optional<Commit> before = clone.branches(branch).stream()
                    .filter(tip -> tip.branch().equals(branch))
                    .findFirst()
                    .map(tip -> clone.commit(tip.commit()));
            if (before.filter(commit -> commit.tree().equals(made)).isPresent()) {
                return new UpstreamChange(branch, before.get().id(), base.branch(), paths);
            }
            BranchUpdate update = clone.push(
                    new CommitDraft(branch, Optional.empty(), base.commit(), made, subject + "\n", author, now));
            if (update instanceof BranchUpdate.Done done) {
                return new UpstreamChange(branch, done.commit(), base.branch(), paths);
            }
            throw Onboarding.refused(
                    "branch-exists",
                    branch,
                    "no branch of that name in the clone",
                    update instanceof BranchUpdate.Refused refused ? refused.reason() : "one with something else",
                    "delete it, and try again");
        }
    }
}
