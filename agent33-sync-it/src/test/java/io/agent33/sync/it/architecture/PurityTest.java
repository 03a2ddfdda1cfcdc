package io.agent33.sync.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written into a downstream holds no time, no host name and nothing random, since nothing there can ask (S2). */
class PurityTest {
    private static final Set<String> ASKING = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            Instant.class.getName() + ".now",
            "java.lang.Math.random");

    private static final Set<String> RANDOM_OR_LOCAL = Stream.of(
                    Clock.class,
                    Random.class,
                    SecureRandom.class,
                    ThreadLocalRandom.class,
                    UUID.class,
                    InetAddress.class)
            .map(Class::getName)
            .collect(java.util.stream.Collectors.toSet());

    private static final DescribedPredicate<JavaAccess<?>> ASKS = DescribedPredicate.describe(
            "ask for the time, the machine or chance",
            access -> ASKING.contains(access.getTargetOwner().getName() + "." + access.getName())
                    || RANDOM_OR_LOCAL.contains(access.getTargetOwner().getName()));

    private static ArchRule rule(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should().accessTargetWhere(ASKS);
    }

    @Test
    void nothingThatDecidesWhatIsWrittenAsksForTimeMachineOrChance() {
        List<String> rooms = Stream.of(
                        "plan",
                        "apply",
                        "state",
                        "strategy",
                        "merge",
                        "rename",
                        "decision",
                        "rollback",
                        "pullrequest",
                        "print",
                        "tree",
                        "glob",
                        "text")
                .map(room -> House.ROOT + ".core." + room + "..")
                .toList();

        rule(rooms.toArray(String[]::new)).check(House.CLASSES);
    }

    /** The rule sees such calls where they are. */
    @Test
    void theCacheMayAskAndIsSeenAsking() {
        assertThat(rule(House.GIT).evaluate(House.CLASSES).hasViolation()).isTrue();
        assertThat(House.CLASSES.stream().map(JavaClass::getPackageName)).contains(House.ROOT + ".core.plan");
    }
}
