package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract has teeth: every defect that is put into a right downstream turns the test for it red. */
class DownstreamRepositoryContractTest {
    @Test
    void aRightDownstreamPasses() {
        assertThat(red(right -> right)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void aDefectIsFound(String test, UnaryOperator<DownstreamRepository> defect) {
        assertThat(red(defect)).contains(test);
    }

    private static Set<String> red(UnaryOperator<DownstreamRepository> defect) {
        return Contracts.red(new DownstreamRepositoryContract() {
            @Override
            public DownstreamHost host(RepositoryFixture fixture) {
                return new DefectiveHost(new MemoryDownstreamHost(fixture), defect);
            }
        });
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                defect("aBranchThatShouldNotExistButDoesIsStale", PushesBlindly::new),
                defect("aBranchThatMovedIsStaleHoweverLateThePortLearnsIt", PushesBlindly::new),
                defect("ofManyPortsThatRaceForABranchOneWins", PushesBlindly::new),
                defect("aRepeatAfterALostAnswerIsDone", ForgetsWhatItPushed::new),
                defect("aDraftBecomesExactlyTheCommitThatGitWouldMakeOfIt", AddsALineBreak::new),
                defect("branchesAreAsTheyAreNow", CachesBranches::new),
                defect("aBranchThatIsGoneIsDone", DeletesOnce::new),
                defect("aBranchThatMovedIsKeptHoweverLateThePortLearnsIt", DeletesBlindly::new),
                defect("twoEditsOfOnePathContradict", TakesTheLastEdit::new),
                defect("aDeletionIsAChange", SeesOnlyWhatIsThere::new),
                defect("contentOfAnotherLengthThanAnnouncedIsRefused", CutsContent::new));
    }

    private static Arguments defect(String test, UnaryOperator<DownstreamRepository> defect) {
        return Arguments.of(test, defect);
    }

    private static final class PushesBlindly extends FaultyDownstream {
        PushesBlindly(DownstreamRepository right) {
            super(right);
        }

        @Override
        public BranchUpdate push(CommitDraft draft) {
            BranchUpdate update = right.push(draft);
            return update instanceof BranchUpdate.Stale stale
                    ? right.push(Change.expecting(draft, stale.actual()))
                    : update;
        }
    }

    private static final class ForgetsWhatItPushed extends FaultyDownstream {
        ForgetsWhatItPushed(DownstreamRepository right) {
            super(right);
        }

        @Override
        public BranchUpdate push(CommitDraft draft) {
            Optional<ObjectId> actual = right.branches(draft.branch()).stream()
                    .map(BranchTip::commit)
                    .findFirst();
            return actual.equals(draft.expectedTip()) ? right.push(draft) : new BranchUpdate.Stale(actual);
        }
    }

    private static final class AddsALineBreak extends FaultyDownstream {
        AddsALineBreak(DownstreamRepository right) {
            super(right);
        }

        @Override
        public BranchUpdate push(CommitDraft draft) {
            return right.push(Change.saying(draft, draft.message() + "\n"));
        }
    }

    private static final class CachesBranches extends FaultyDownstream {
        private final Map<String, List<BranchTip>> seen = new HashMap<>();

        CachesBranches(DownstreamRepository right) {
            super(right);
        }

        @Override
        public List<BranchTip> branches(String prefix) {
            return seen.computeIfAbsent(prefix, right::branches);
        }
    }

    private static final class DeletesOnce extends FaultyDownstream {
        DeletesOnce(DownstreamRepository right) {
            super(right);
        }

        @Override
        public BranchUpdate delete(String branch, ObjectId expected) {
            return right.branches(branch).isEmpty()
                    ? new BranchUpdate.Stale(Optional.empty())
                    : right.delete(branch, expected);
        }
    }

    private static final class DeletesBlindly extends FaultyDownstream {
        DeletesBlindly(DownstreamRepository right) {
            super(right);
        }

        @Override
        public BranchUpdate delete(String branch, ObjectId expected) {
            BranchUpdate update = right.delete(branch, expected);
            return update instanceof BranchUpdate.Stale stale
                    ? right.delete(branch, stale.actual().orElseThrow())
                    : update;
        }
    }

    private static final class TakesTheLastEdit extends FaultyDownstream {
        TakesTheLastEdit(DownstreamRepository right) {
            super(right);
        }

        @Override
        public ObjectId buildTree(ObjectId base, List<TreeEdit> edits, BlobSource contents) {
            Map<String, TreeEdit> last = new LinkedHashMap<>();
            edits.forEach(edit -> last.put(edit.path().value(), edit));
            return right.buildTree(base, new ArrayList<>(last.values()), contents);
        }
    }

    private static final class SeesOnlyWhatIsThere extends FaultyDownstream {
        SeesOnlyWhatIsThere(DownstreamRepository right) {
            super(right);
        }

        @Override
        public Optional<Commit> lastChange(ObjectId from, String path) {
            return right.tree(from).find(path).flatMap(entry -> right.lastChange(from, path));
        }
    }

    private static final class CutsContent extends FaultyDownstream {
        CutsContent(DownstreamRepository right) {
            super(right);
        }

        @Override
        public BlobStore blobs() {
            return new CuttingStore(right.blobs());
        }
    }
}
