package io.agent33.sync.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a module may know of others and of libraries. */
class ModulesTest {
    private static final String NULL_CONTRACTS = "javax.annotation..";

    @Test
    void apiKnowsTheJdkAndNullContractsAlone() {
        classes()
                .that()
                .resideInAPackage(House.API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(House.API, "java..", NULL_CONTRACTS)
                .check(House.CLASSES);
    }

    @Test
    void testkitKnowsApiAndTestLibrariesAlone() {
        classes()
                .that()
                .resideInAPackage(House.TESTKIT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        House.TESTKIT, House.API, "java..", NULL_CONTRACTS, "org.junit.jupiter..", "org.assertj..")
                .check(House.CLASSES);
    }

    @Test
    void coreKnowsNoOtherModuleThanApi() {
        noClasses()
                .that()
                .resideInAnyPackage(House.FRONT_DOOR, House.CORE)
                .should()
                .dependOnClassesThat(House.partsOfTheHouseOutside(House.FRONT_DOOR, House.CORE, House.API))
                .check(House.CLASSES);
    }

    @Test
    void githubKnowsNoOtherModuleThanApi() {
        noClasses()
                .that()
                .resideInAPackage(House.GITHUB)
                .should()
                .dependOnClassesThat(House.partsOfTheHouseOutside(House.GITHUB, House.API))
                .check(House.CLASSES);
    }

    @Test
    void commandLineComesInThroughDoors() {
        List<String> doors = new ArrayList<>(List.of(House.CLI, House.FRONT_DOOR, House.API, House.GITHUB));
        doors.addAll(House.DOORS);
        noClasses()
                .that()
                .resideInAPackage(House.CLI)
                .should()
                .dependOnClassesThat(House.partsOfTheHouseOutside(doors.toArray(String[]::new)))
                .check(House.CLASSES);
    }
}
