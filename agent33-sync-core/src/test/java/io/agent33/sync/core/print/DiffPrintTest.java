package io.agent33.sync.core.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffPrintTest {
    private static final byte[] BINARY = {'a', 0, 'b'};
    private static final byte[] LATIN = "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private final Contents contents = new Contents();
    private final Map<String, FileState> before = new TreeMap<>();
    private final Map<String, FileState> after = new TreeMap<>();

    @Test
    void aDiffNamesDownstreamRuleAndWhatItLeavesOut() {
        change("docs/a.md", "one\ntwo\nthree\n", "one\n2\nthree\nfour");
        change("docs/old.md", "gone\n", null);
        change("docs/new.md", null, "new\n");

        String diff = print(Samples.edit(
                ".agent33-sync-state/webapp-orchestrator/manifest.yaml",
                "",
                Optional.empty(),
                Optional.of(contents.put("manifest\n"))));

        assertThat(diff).isEqualTo("""
                # 1 rule: 1 planned, digest 0
                # org/webapp webapp-orchestrator v1.1.0 onto main at bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                # not shown: 1 file of the sync's own records
                diff --git a/docs/a.md b/docs/a.md
                index 4cb29ea38f70d7c61b2a3a25b02e3bdf44905402..047ece5a1a9528405383f9b570697bef4a035387 100644
                --- a/docs/a.md
                +++ b/docs/a.md
                @@ -1,3 +1,4 @@
                 one
                -two
                +2
                 three
                +four
                \\ No newline at end of file
                diff --git a/docs/new.md b/docs/new.md
                new file mode 100644
                index 0000000000000000000000000000000000000000..3e757656cf36eca53338e520d134963a44f793f8
                --- /dev/null
                +++ b/docs/new.md
                @@ -0,0 +1 @@
                +new
                diff --git a/docs/old.md b/docs/old.md
                deleted file mode 100644
                index 286c5f5776916d7d7d5849988ca9d83e722cf9c2..0000000000000000000000000000000000000000
                --- a/docs/old.md
                +++ /dev/null
                @@ -1 +0,0 @@
                -gone
                """);
    }

    @Test
    void gitAppliesTextOfEveryKind() {
        change("lf.md", "a\nb\nc\n", "a\nB\nc\n");
        change("crlf.md", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\nd\r\n");
        change("crlf-to-lf.md", "a\r\nb\r\n", "a\nb\n");
        change("mixed.md", "a\rb\r\nc\n\rd", "a\rb\nc\r\n\rd");
        change("loses-newline.md", "a\nb\n", "a\nb");
        change("gains-newline.md", "a\nb", "a\nb\n");
        change("without-newline.md", "a\nb", "a\nc");
        change("starts-empty.md", "", "a\n");
        change("ends-empty.md", "a", "");
        change("new-empty.md", null, "");
        change("gone-empty.md", "", null);
        change("bom.md", "\ufeffa\n", "\ufeffb\n");
        change("looks-like-a-diff.md", "-- a\n++ b\n@@ -1 +1 @@\n", "++ b\n-- a\n# c\ndiff --git a/x b/x\n");
        change("controls.md", "\u001b[31m\u2028x\n\u0085\n", "\u001b[32m\u2028x\n\u0085\n\f\u000b");
        change(
                "two-hunks.md",
                numbers(1, 40),
                numbers(1, 40).replace("\n5\n", "\nfive\n").replace("\n35\n", "\n"));
        change(
                "joined-hunk.md",
                numbers(1, 20),
                numbers(1, 20).replace("\n5\n", "\nfive\n").replace("\n12\n", "\n"));

        assertThat(applied(print())).isEqualTo(after);
    }

    @Test
    void gitAppliesGeneratedChanges() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            change("seed-" + seed + ".md", generated(random), generated(random));
        }

        assertThat(applied(print())).isEqualTo(after);
    }

    /** Few different lines, so that texts share some, and now and then no newline at the end. */
    private static String generated(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(4))).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return random.nextBoolean() ? text.toString() : text + "end";
    }

    @Test
    void gitAppliesModesAndTypes() {
        change("now-runs.sh", "a\n", "a\n");
        after.put("now-runs.sh", executable("a\n"));
        change("runs-and-changes.sh", "a\n", "b\n");
        after.put("runs-and-changes.sh", executable("b\n"));
        before.put("no-longer.sh", executable("a\n"));
        after.put("no-longer.sh", contents.put("a\n"));
        after.put("new.sh", executable("a\n"));
        before.put("gone.sh", executable("a\n"));
        before.put("was-a-link.md", contents.put(FileMode.SYMLINK, "lf.md".getBytes(StandardCharsets.UTF_8)));
        after.put("was-a-link.md", contents.put("text\n"));
        change("was-a-file", "a\n", null);
        change("was-a-file/now-a-folder.md", null, "b\n");
        change("was-a-folder/with.md", "a\n", null);
        change("was-a-folder", null, "b\n");

        assertThat(applied(print())).isEqualTo(after);
    }

    @Test
    void gitAppliesOddNames() {
        for (String name : List.of(
                "with space.md",
                "two  spaces/inner file.md",
                "b/b/a/b.md",
                "x b/x",
                "ümläut/日本.md",
                "e\u0301.md",
                "\ud83d\ude80.md",
                "right\u202eleft.md",
                "joined\u200dup.md",
                "line\u2028break.md",
                "'quoted'.md",
                "$(echo).md",
                "-dash.md",
                "#hash.md",
                "~tilde.md",
                "a=b;c&d.md")) {
            change(name, "before\n", "after\n");
            change("new/" + name, null, "");
            change("added/" + name, null, "new\n");
            change("old/" + name, "", null);
            change("removed/" + name, "gone\n", null);
        }

        assertThat(applied(print())).isEqualTo(after);
    }

    @Test
    void aNameThatWouldReorderTheLineIsQuotedAsGitDoes() {
        change("right\u202eleft.md", null, "new\n");

        assertThat(print())
                .contains("diff --git \"a/right\\342\\200\\256left.md\" \"b/right\\342\\200\\256left.md\"\n")
                .contains("+++ \"b/right\\342\\200\\256left.md\"\n");
    }

    @Test
    void binaryFilesAreNamedAndNotShown() {
        before.put("a b.bin", contents.put(FileMode.REGULAR, BINARY));
        after.put("a b.bin", contents.put("text now\n"));
        after.put("latin.txt", contents.put(FileMode.REGULAR, LATIN));

        assertThat(print())
                .contains("Binary files a/a b.bin and b/a b.bin differ\n")
                .contains("new file mode 100644\n", "Binary files /dev/null and b/latin.txt differ\n")
                .doesNotContain("text now");
    }

    /** Rather than to leave the change out unnoticed. */
    @Test
    void gitRefusesABinaryChangeWhoseContentItLacks() {
        change("docs/a.md", "a\n", "b\n");
        after.put("new.bin", contents.put(FileMode.REGULAR, BINARY));
        var tree = new GitTree(folder, before, contents);

        assertThat(tree.objectionsTo(print())).contains("binary patch");
        assertThat(tree.objectionsTo(print(), "--exclude=new.bin")).isEmpty();
    }

    @Test
    void gitAppliesTheDeletionOfABinaryFile() {
        before.put("old.bin", contents.put(FileMode.REGULAR, BINARY));

        assertThat(applied(print())).isEqualTo(after);
    }

    @Test
    void largeFilesAreNamedWithTheirSizeAndNeverRead() {
        String large = "x".repeat((int) PlanPrinter.DIFF_LIMIT) + "\n";
        change("docs/large.md", large, large + "y\n");
        ObjectId id = after.get("docs/large.md").id();
        var unread = new Contents() {
            @Override
            public java.io.InputStream open(ObjectId blob) {
                throw new AssertionError("read " + blob);
            }
        };
        unread.put(FileMode.REGULAR, contents.bytes(id));
        unread.put(FileMode.REGULAR, contents.bytes(before.get("docs/large.md").id()));

        assertThat(print(plan(List.of()), unread))
                .contains("# docs/large.md: 1048579 bytes are not shown, the limit is 1048576\n")
                .contains("Binary files a/docs/large.md and b/docs/large.md differ\n");
    }

    @Test
    void aPlanWithoutProposalsIsAComment() {
        assertThat(print(new SyncPlan(SyncTrigger.due(), List.of(), List.of(), "0"), contents))
                .isEqualTo("# 0 rules, digest 0\n");
    }

    private void change(String path, String from, String to) {
        if (from != null) {
            before.put(path, contents.put(from));
        }
        if (to != null) {
            after.put(path, contents.put(to));
        }
    }

    private FileState executable(String content) {
        return contents.put(FileMode.EXECUTABLE, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String numbers(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i).append('\n');
        }
        return text.toString();
    }

    private Map<String, FileState> applied(String diff) {
        return new GitTree(folder, before, contents).after(diff);
    }

    private SyncPlan plan(List<PlannedEdit> more) {
        List<PlannedEdit> edits = new ArrayList<>(more);
        var paths = new java.util.TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            var from = Optional.ofNullable(before.get(path));
            var to = Optional.ofNullable(after.get(path));
            if (!from.equals(to)) {
                edits.add(Samples.edit(path, "core/" + path, from, to));
            }
        }
        return new SyncPlan(SyncTrigger.due(), List.of(Samples.proposal(Optional.empty(), "", edits)), List.of(), "0");
    }

    private String print(PlannedEdit... more) {
        return print(plan(List.of(more)), contents);
    }

    private static String print(SyncPlan plan, Contents contents) {
        var out = new StringBuilder();
        PlanPrinter.reading(repository -> contents).print(plan, OutputFormat.DIFF, out);
        return out.toString();
    }
}
