package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked for a review: whom the rule names, and who owns what is delivered (S11). */
class ReviewersTest {
    private final World world = new World();

    private List<String> reviewers() {
        return world.plan(SyncTrigger.due()).proposals().get(0).text().reviewers();
    }

    private void released() {
        world.upstream
                .commit("first")
                .file("core/a.md", "a\n")
                .file("core/b/c.json", "{}\n")
                .tag("v1.0.0");
    }

    @Test
    void ownersOfTheDeliveredFilesFollowThoseOfTheRule() {
        released();
        world.rules(World.rule("docs")
                .pullRequest(
                        new PullRequestOptions(false, MergeMethod.MERGE, List.of(), List.of("zoe", "org/docs"), false))
                .build());
        world.webapp()
                .commit("begin")
                .file("CODEOWNERS", "* @nobody\n/docs/ @ann @Org/Docs mail@example.org\n*.json @bob\n/src @carl\n");

        assertThat(reviewers()).containsExactly("zoe", "org/docs", "ann", "mail@example.org", "bob");
    }

    @Test
    void onlyTheFirstPlaceCounts() {
        released();
        world.webapp()
                .commit("begin")
                .file("docs/CODEOWNERS", "* @last\n")
                .file("CODEOWNERS", "* @second\n")
                .file(".github/CODEOWNERS", "*.json @first\n");

        assertThat(reviewers()).containsExactly("first");
    }

    @Test
    void theFolderDocsIsAPlaceToo() {
        released();
        world.webapp().commit("begin").file("docs/CODEOWNERS", "* @last\n");

        assertThat(reviewers()).containsExactly("last");
    }

    @Test
    void aFileThatIsTooLongCountsForNothing() {
        released();
        world.webapp().commit("begin").file("CODEOWNERS", "* @ann\n" + "#".repeat(3 << 20));

        assertThat(reviewers()).isEmpty();
    }

    @Test
    void theOwnerOfAFileThatIsNotDeliveredNowIsNotAsked() {
        released();
        world.webapp().commit("begin").file("CODEOWNERS", "docs/a.md @ann\n*.json @bob\n");
        world.syncAndMerge();
        world.upstream.commit("second").file("core/a.md", "aa\n").tag("v1.1.0");

        assertThat(reviewers()).containsExactly("ann");
    }
}
