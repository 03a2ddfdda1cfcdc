package io.agent33.sync.it.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.TreeSet;
import javax.annotation.ParametersAreNonnullByDefault;
import org.junit.jupiter.api.Test;

/** How classes look, whatever they do. */
class ShapesTest {
    private static final String CONTRACT_TESTS = House.ROOT + ".testkit.contract..";

    private static final DescribedPredicate<JavaClass> CLOSED = DescribedPredicate.describe(
            "final, or an interface, a record, an enum, a sealed abstract class or an exception",
            it -> it.getModifiers().contains(FINAL)
                    || it.isInterface()
                    || it.isEnum()
                    || it.isAssignableTo(Throwable.class)
                    || (it.getModifiers().contains(ABSTRACT) && it.reflect().isSealed()));

    @Test
    void everyPackageSaysItsPurposeAndItsNullContract() {
        var silent = new TreeSet<String>();
        for (JavaClass javaClass : House.CLASSES) {
            JavaPackage home = javaClass.getPackage();
            boolean says = home.tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(ParametersAreNonnullByDefault.class))
                    .orElse(false);
            if (!says) {
                silent.add(home.getName());
            }
        }

        assertThat(silent)
                .as("packages without a package-info annotated ParametersAreNonnullByDefault")
                .isEmpty();
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
                .check(House.CLASSES);
    }

    @Test
    void publicClassesAreClosedToInheritance() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage(CONTRACT_TESTS)
                .should(be(CLOSED))
                .check(House.CLASSES);
    }

    /** A contract test is there to be extended by whoever implements the contract. */
    @Test
    void contractTestsAreMadeForInheritance() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideInAPackage(CONTRACT_TESTS)
                .should(be(CLOSED.or(modifier(ABSTRACT)).as("closed, or abstract")))
                .check(House.CLASSES);
    }

    @Test
    void onlyTheCommandLineWritesToStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(House.CLI)
                .should(ACCESS_STANDARD_STREAMS)
                .check(House.CLASSES);
    }
}
