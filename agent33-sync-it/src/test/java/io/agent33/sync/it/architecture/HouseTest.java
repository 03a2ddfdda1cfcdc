package io.agent33.sync.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every class has a drawn place, and packages do not know one another in circles. */
class HouseTest {
    @ParameterizedTest
    @CsvSource({
        "agent33-sync-api,     io.agent33.sync.api..",
        "agent33-sync-testkit, io.agent33.sync.testkit..",
        "agent33-sync-core,    io.agent33.sync.core..|io.agent33.sync",
        "agent33-sync-github,  io.agent33.sync.github..",
        "agent33-sync-cli,     io.agent33.sync.cli.."
    })
    void aModuleHoldsItsOwnPackages(String module, String packages) {
        var own = House.CLASSES.that(resideInAnyPackage(packages.split("\\|")));

        assertThat(own).as("classes in %s", packages).isNotEmpty();
        classes()
                .that(resideInAnyPackage(packages.split("\\|")))
                .should(comeFrom(module))
                .check(House.CLASSES);
    }

    /** A release's Javadoc of core is for hosts. */
    @Test
    void javadocShowsTheFrontDoorAndTheDoors() throws IOException {
        String pom = Files.readString(Path.of("../agent33-sync-core/pom.xml"));
        Stream<String> shown = Pattern.compile("<include>(io/agent33/.*)/\\*\\.java</include>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1).replace('/', '.'));

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(House.FRONT_DOOR), House.DOORS.stream())
                        .map(name -> name.replaceFirst("\\.\\.$", ""))
                        .toList());
    }

    @Test
    void everyClassLivesInADrawnPackage() {
        classes()
                .should()
                .resideInAnyPackage(House.FRONT_DOOR, House.API, House.CORE, House.TESTKIT, House.GITHUB, House.CLI)
                .check(House.CLASSES);
    }

    @Test
    void everyClassOfCoreLivesInADrawnRoom() {
        classes()
                .that(resideInAPackage(House.CORE))
                .should()
                .resideInAnyPackage(House.allRooms())
                .check(House.CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(onePackageEach())
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }

    private static SliceAssignment onePackageEach() {
        return new SliceAssignment() {
            @Override
            public String getDescription() {
                return "packages of the house";
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }
        };
    }

    private static ArchCondition<JavaClass> comeFrom(String module) {
        return new ArchCondition<>("come from " + module) {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                // A folder of classes or a jar, as the build phase has it; the command's jar is named after the
                // command.
                String source = javaClass.getSource().orElseThrow().getUri().toString();
                events.add(new SimpleConditionEvent(
                        javaClass, source.contains("/" + module + "/"), javaClass.getName() + " comes from " + source));
            }
        };
    }
}
