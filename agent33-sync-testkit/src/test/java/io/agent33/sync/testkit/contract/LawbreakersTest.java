package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contracts of transforms and validators see who breaks their laws. */
class LawbreakersTest {
    /** Writes {@code NEW} for {@code OLD}, as is right. */
    private static Document replaced(Document document) {
        int at = document.text().indexOf("OLD");
        return at < 0 ? document : document.replace(at, at + 3, "NEW");
    }

    private abstract static class Transforms extends TransformContract {
        abstract Transform transform();

        @Override
        protected TransformProvider provider() {
            return options -> transform();
        }

        @Override
        protected String changed() {
            return "an OLD text\n";
        }

        @Override
        protected String unchanged() {
            return "a text\n";
        }
    }

    private static Set<String> failing(Transform transform) {
        return Contracts.red(new Transforms() {
            @Override
            Transform transform() {
                return transform;
            }
        });
    }

    @Test
    void anHonestTransformPasses() {
        assertThat(failing((document, context) -> replaced(document))).isEmpty();
    }

    @Test
    void aTransformThatBreaksALawFails() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(failing((document, context) ->
                        replaced(document).replace(0, 0, String.valueOf(calls.getAndIncrement()))))
                .contains("theSameDocumentGivesTheSame", "whereThereIsNothingToDoItReturnsTheDocumentItWasGiven");
        assertThat(failing((document, context) -> new Document(
                        document.source(), document.target(), document.text().replace("OLD", "NEW"))))
                .containsExactly("whereThereIsNothingToDoItReturnsTheDocumentItWasGiven");
        assertThat(failing((document, context) -> new Document(
                        document.source(),
                        document.target(),
                        document.text().replace("\r\n", "\n").replace("OLD", "NEW"))))
                .contains("lineEndsStayThoseOfTheFile");
        assertThat(failing((document, context) -> new Document("core/other.md", document.target(), "NEW")))
                .contains("theFileStaysThatFile");
        assertThat(failing((document, context) ->
                        document.text().contains("OLD") ? document.replace(0, 0, "\0") : document))
                .contains("aTextStaysText", "aSecondTimeItHasNothingToDo");
        assertThat(failing((document, context) -> document)).containsExactly("itChangesWhatItIsFor");
        assertThat(failing(LawbreakersTest::nothing)).hasSizeGreaterThan(5);
    }

    @SuppressWarnings({"NullAway", "unused"}) // that is the law which it breaks
    private static Document nothing(Document document, Object context) {
        return null;
    }

    private abstract static class Validators extends ValidatorContract {
        @Override
        protected MemoryDelivery good() {
            return MemoryDelivery.of("core/", "docs/").file("core/a.md", "a\n");
        }

        @Override
        protected MemoryDelivery bad() {
            return good().file("core/b.md", "bad\n");
        }
    }

    private static Set<String> failing(Validator validator) {
        return Contracts.red(new Validators() {
            @Override
            protected Validator validator() {
                return validator;
            }
        });
    }

    private static Validator finding(Finding finding) {
        return context -> context.target().text("docs/b.md").isPresent() ? List.of(finding) : List.of();
    }

    private static Finding problem(String code, Location where, String message, String remedy) {
        return Finding.problem(code, where, message, remedy);
    }

    @Test
    void anHonestValidatorPasses() {
        assertThat(failing(finding(problem("bad-word", new Location("docs/b.md", 1, 3), "bad", "mend it"))))
                .isEmpty();
    }

    @Test
    void aValidatorThatBreaksALawFails() {
        Location where = Location.of("docs/b.md");
        AtomicInteger calls = new AtomicInteger();

        assertThat(failing(finding(problem("Bad word", where, "bad", "mend it"))))
                .containsExactly("aFindingTellsWhereAndWhat");
        assertThat(failing(finding(problem("bad", where, "b\nad", "mend it"))))
                .containsExactly("aFindingTellsWhereAndWhat");
        assertThat(failing(finding(problem("bad", where, "bad", "")))).containsExactly("aProblemTellsWhatToDo");
        assertThat(failing(finding(problem("bad", new Location("docs/b.md", 1, 9), "bad", "mend it"))))
                .containsExactly("aPlaceLiesWithinItsFile");
        assertThat(failing(finding(problem("bad", Location.of("core/b.md"), "bad", "mend it"))))
                .contains("aFindingTellsWhereAndWhat");
        assertThat(failing(context -> List.of())).containsExactly("aProblemIsFound");
        assertThat(failing(context -> List.of(problem("bad", Location.of("docs/a.md"), "bad", "mend it"))))
                .contains("goodFilesHaveNoProblem", "noFilesHaveNoProblem");
        assertThat(failing(context -> List.of(problem("bad", where, "bad " + calls.incrementAndGet(), "mend it"))))
                .contains("theSameFilesGiveTheSame", "severalThreadsDoNotDisturbEachOther");
        assertThat(failing(context -> context.files().stream()
                        .map(file -> file.text().orElseThrow())
                        .filter(text -> text.startsWith("bad"))
                        .map(text -> problem("bad", where, "bad", "mend it"))
                        .toList()))
                .containsExactly("anyFileCanComeAlong");
    }
}
