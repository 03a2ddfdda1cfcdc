package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.testkit.memory.MemoryDelivery;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link Validator} owes, as tests: extend it, give the validator and files that it objects to, and run it. */
public abstract class ValidatorContract {
    /** The validator as a host registers it; asked for each test. */
    protected abstract Validator validator();

    /** Files with nothing wrong. */
    protected abstract MemoryDelivery good();

    /** Files of which at least one has a problem. */
    protected abstract MemoryDelivery bad();

    private static boolean isProblem(Finding finding) {
        return finding.level() == Finding.Level.PROBLEM;
    }

    @Test
    void goodFilesHaveNoProblem() {
        assertThat(validator().check(good().validationContext())).noneMatch(ValidatorContract::isProblem);
    }

    @Test
    void aProblemIsFound() {
        assertThat(validator().check(bad().validationContext())).anyMatch(ValidatorContract::isProblem);
    }

    @Test
    void noFilesHaveNoProblem() {
        assertThat(validator().check(MemoryDelivery.of("core/", "docs/").validationContext()))
                .noneMatch(ValidatorContract::isProblem);
    }

    @Test
    void aFindingTellsWhereAndWhat() {
        ValidationContext context = bad().validationContext();
        Set<String> paths = context.files().stream()
                .map(DeliveredFile::target)
                .map(Object::toString)
                .collect(Collectors.toSet());

        assertThat(validator().check(context)).allSatisfy(finding -> {
            assertThat(finding.code()).as("a stable name, in kebab case").matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.message().lines()).as("one line").hasSize(1);
            assertThat(finding.where().file()).as("the path downstream").isIn(paths);
        });
    }

    @Test
    void aPlaceLiesWithinItsFile() {
        ValidationContext context = bad().validationContext();

        assertThat(validator().check(context)).extracting(Finding::where).allSatisfy(where -> {
            List<String> lines =
                    context.target().text(where.file()).orElse("").lines().toList();
            assertThat(where.line()).isBetween(0, Math.max(1, lines.size()));
            assertThat(where.column()).isBetween(0, width(where, lines) + 1);
        });
    }

    private static int width(Location where, List<String> lines) {
        return where.line() == 0 || where.line() > lines.size()
                ? 0
                : lines.get(where.line() - 1).length();
    }

    @Test
    void aProblemTellsWhatToDo() {
        assertThat(validator().check(bad().validationContext()))
                .filteredOn(ValidatorContract::isProblem)
                .extracting(Finding::remedy)
                .allSatisfy(remedy -> assertThat(remedy).isNotBlank());
    }

    @Test
    void theSameFilesGiveTheSame() {
        Validator used = validator();
        List<Finding> first = used.check(bad().validationContext());

        used.check(good().validationContext());

        assertThat(used.check(bad().validationContext())).as("again").isEqualTo(first);
        assertThat(validator().check(bad().validationContext()))
                .as("by another one")
                .isEqualTo(first);
    }

    @Test
    void anyFileCanComeAlong() {
        MemoryDelivery files = bad();
        for (String ending : List.of("md", "json", "yaml", "txt", "png")) {
            files.file("core/any/empty." + ending, "")
                    .file("core/any/binary." + ending, new byte[] {0, 1, 2, (byte) 0xff})
                    .file("core/any/latin." + ending, new byte[] {'a', (byte) 0xe4})
                    .file("core/any/mark." + ending, "\uFEFF# x\r\n")
                    .conflicted("core/any/conflict." + ending, "<<<<<<<<< ours\na\n=========\nb\n>>>>>>>>> theirs\n");
        }

        assertThat(validator().check(files.validationContext()))
                .containsAll(validator().check(bad().validationContext()));
    }

    @Test
    void severalThreadsDoNotDisturbEachOther() throws Exception {
        Validator shared = validator();
        List<Finding> alone = validator().check(bad().validationContext());

        List<Callable<List<Finding>>> calls = Collections.nCopies(16, () -> shared.check(bad().validationContext()));

        assertThat(AtOnce.run(calls)).hasSize(16).containsOnly(alone);
    }
}
