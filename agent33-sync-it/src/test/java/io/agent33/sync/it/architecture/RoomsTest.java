package io.agent33.sync.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a room of core may know of the house, and who may know it. */
class RoomsTest {
    @ParameterizedTest
    @MethodSource("foundations")
    void aFoundationKnowsApiAndTheLogAlone(String foundation) {
        knowsOnly(foundation, foundation, House.API, House.LOG);
    }

    @Test
    void theLogKnowsNothing() {
        knowsOnly(House.LOG, House.LOG);
    }

    @Test
    void linkKnowsApiTextAndMarkdownAlone() {
        List<String> known = new ArrayList<>(House.UNDER_LINK);
        known.addAll(List.of(House.LINK, House.API));
        knowsOnly(House.LINK, known.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureKnowsApiAndFoundationsAlone(String feature) {
        knowsOnly(feature, House.inReachOf(feature));
    }

    @Test
    void gitKnowsApiAndFoundationsAlone() {
        knowsOnly(House.GIT, House.inReachOf(House.GIT));
    }

    @ParameterizedTest
    @MethodSource("roomsUnderTheHall")
    void theStagesOfLocalChangesDoNotKnowTheHall(String room) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.HALL, House.PLAN_ROLLBACK)
                .check(House.CLASSES);
    }

    private static Stream<String> roomsUnderTheHall() {
        return House.UNDER_THE_HALL.stream();
    }

    @Test
    void nobodyElseKnowsJGit() {
        noClasses()
                .that()
                .resideOutsideOfPackages(House.GIT, House.MERGE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jgit..")
                .check(House.CLASSES);
    }

    /** See ADR 11: an algorithm and its values, and nothing that reads a repository. */
    @Test
    void mergeKnowsOfJGitItsDiffAlone() {
        noClasses()
                .that()
                .resideInAPackage(House.MERGE)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.eclipse.jgit..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("org.eclipse.jgit.diff")))
                .check(House.CLASSES);
    }

    @Test
    void nobodyElseKnowsCommonmark() {
        noClasses()
                .that()
                .resideOutsideOfPackage(House.MARKDOWN)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
                .check(House.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("featuresDoorsAndGit")
    void nobodyReachesRoundTheHall(String room) {
        isKnownOnlyTo(room, House.mayKnow(room));
    }

    @Test
    void planIsKnownToTheFrontDoorAndApplyAlone() {
        isKnownOnlyTo(House.PLAN, House.PLAN, House.FRONT_DOOR, House.APPLY);
    }

    @Test
    void applyIsKnownToTheFrontDoorAlone() {
        isKnownOnlyTo(House.APPLY, House.APPLY, House.FRONT_DOOR);
    }

    @Test
    void noRoomKnowsTheFrontDoor() {
        noClasses()
                .that()
                .resideInAPackage(House.CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(House.FRONT_DOOR)
                .check(House.CLASSES);
    }

    private static void knowsOnly(String room, String... known) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(House.partsOfTheHouseOutside(known))
                .check(House.CLASSES);
    }

    private static void isKnownOnlyTo(String room, String... knowing) {
        classes()
                .that()
                .resideInAPackage(room)
                .and()
                .resideOutsideOfPackages(House.doorsBelow(room))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(knowing)
                .check(House.CLASSES);
    }

    private static Stream<String> foundations() {
        return House.FOUNDATIONS.stream();
    }

    private static Stream<String> features() {
        return House.FEATURES.stream();
    }

    private static Stream<String> featuresDoorsAndGit() {
        return Stream.concat(House.FEATURES.stream(), House.DOORS.stream()).distinct();
    }
}
