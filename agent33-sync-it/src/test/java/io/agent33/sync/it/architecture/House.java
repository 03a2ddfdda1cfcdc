package io.agent33.sync.it.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The house as drawn: its modules and rooms by package, and the classes that live there. */
final class House {
    static final String ROOT = "io.agent33.sync";
    static final String FRONT_DOOR = ROOT;
    static final String API = ROOT + ".api..";
    static final String CORE = ROOT + ".core..";
    static final String TESTKIT = ROOT + ".testkit..";
    static final String GITHUB = ROOT + ".github..";
    static final String CLI = ROOT + ".cli..";

    static final String PLAN = room("plan");
    /** The hall alone, without the rooms within it. */
    static final String HALL = ROOT + ".core.plan";

    /** Rooms within the hall that it stands on; the one for rollbacks stands on the hall. */
    static final List<String> UNDER_THE_HALL = rooms("plan.local", "plan.reconcile");

    static final String PLAN_ROLLBACK = room("plan.rollback");
    static final String APPLY = room("apply");
    static final String GIT = room("git");
    static final String MERGE = room("merge");
    static final String MARKDOWN = room("markdown");

    /** The ground under the foundations: what log lines are about. */
    static final String LOG = room("log");

    static final List<String> FOUNDATIONS = rooms("glob", "text", "tree", "markdown", "yaml", "plugin", "file");
    /** A foundation that stands on others: those that {@link #UNDER_LINK} names. */
    static final String LINK = room("link");

    static final List<String> UNDER_LINK = rooms("text", "markdown");

    static final List<String> FEATURES = rooms(
            "rule",
            "strategy",
            "transform",
            "merge",
            "rename",
            "decision",
            "validate",
            "state",
            "pullrequest",
            "codeowners",
            "rollback",
            "monitor",
            "publish",
            "journal",
            "registry",
            "print");

    /** Rooms whose public factories a host application names beside the front door: {@code GitUpstream.at(…)}. */
    static final List<String> DOORS =
            rooms("git", "rule", "publish", "journal", "print", "registry", "validate.secret");

    static final JavaClasses CLASSES = ArchConfiguration.withThreadLocalScope(House::read);

    private House() {}

    /** All of the house; of what others wrote no more than what makes a class an exception. */
    private static JavaClasses read(ArchConfiguration configuration) {
        configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
        configuration.setClassResolverArguments("java.lang", "java.io");
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // The manifest of the command's jar leads to copies of the other modules.
                .withImportOption(location -> !location.contains("/agent33-sync-cli/target/lib/"))
                // The double of GitHub is published, and is a test all the same.
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(ROOT);
    }

    /** The packages of every room of core, the hall included. */
    static String[] allRooms() {
        var rooms = new ArrayList<>(List.of(PLAN, APPLY, GIT, LOG, LINK));
        rooms.addAll(FOUNDATIONS);
        rooms.addAll(FEATURES);
        return rooms.toArray(String[]::new);
    }

    /** What a room above the foundations may know: itself, api and the foundations. */
    static String[] inReachOf(String room) {
        var known = new ArrayList<>(List.of(room, API, LOG, LINK));
        known.addAll(FOUNDATIONS);
        return known.toArray(String[]::new);
    }

    /** Who may know a room that is not a foundation: the hall, and the hosts if it is a door. */
    static String[] mayKnow(String room) {
        var knowing = new ArrayList<>(List.of(room, FRONT_DOOR, PLAN, APPLY));
        if (DOORS.contains(room)) {
            knowing.add(CLI);
        }
        FEATURES.stream().filter(feature -> isBelow(room, feature)).forEach(knowing::add);
        return knowing.toArray(String[]::new);
    }

    /** Doors that lie in a room which is none. */
    static String[] doorsBelow(String room) {
        return DOORS.stream().filter(door -> isBelow(door, room)).toArray(String[]::new);
    }

    private static boolean isBelow(String room, String above) {
        return !room.equals(above) && room.startsWith(above.substring(0, above.length() - 1));
    }

    /** Classes of this project, whatever the module, outside the given packages. */
    static DescribedPredicate<JavaClass> partsOfTheHouseOutside(String... packages) {
        return JavaClass.Predicates.resideInAPackage(ROOT + "..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(packages))
                .as("reside in the house outside of %s", List.of(packages));
    }

    private static String room(String name) {
        return ROOT + ".core." + name + "..";
    }

    private static List<String> rooms(String... names) {
        return Stream.of(names).map(House::room).toList();
    }
}
