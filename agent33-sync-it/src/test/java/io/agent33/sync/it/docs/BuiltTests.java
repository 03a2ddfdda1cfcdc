package io.agent33.sync.it.docs;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tests of all modules: which there are, by their class files, and which have run, by surefire's reports. */
final class BuiltTests {
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";
    private static final String TAG = "org.junit.jupiter.api.Tag";
    private static final String TAGS = "org.junit.jupiter.api.Tags";
    private static final String DISABLED = "org.junit.jupiter.api.Disabled";

    private final Map<JavaClass, String> moduleOf = new LinkedHashMap<>();
    private final Map<String, SurefireReports> reports = new LinkedHashMap<>();
    private final String ownModule;

    /** @param ownModule the module whose tests are running now, so that they have no reports yet */
    BuiltTests(BuiltClasses classes, String ownModule) {
        this.ownModule = ownModule;
        for (String module : Paper.modules()) {
            classes.testsOf(module).forEach(test -> moduleOf.put(test, module));
            reports.put(module, SurefireReports.below(Paper.at(module)));
        }
    }

    /** Why a reference of the form {@code MainJobTest#itDoesThis} is no test that has run; empty if it is one. */
    Optional<String> problemOf(String reference) {
        String[] parts = reference.split("#", -1);
        if (parts.length != 2) {
            return Optional.of("is not of the form Class#method");
        }
        List<JavaClass> named = moduleOf.keySet().stream()
                .filter(each -> dotted(each).endsWith("." + parts[0]))
                .toList();
        if (named.isEmpty()) {
            return Optional.of("names a class that no module's tests have");
        }
        if (named.size() > 1) {
            return Optional.of(
                    "may be any of " + named.stream().map(BuiltTests::dotted).toList());
        }
        return methods(named.get(0), parts[1])
                .findFirst()
                .map(method -> problemOf(named.get(0), method))
                .orElseGet(() -> Optional.of("names no test of " + dotted(named.get(0))));
    }

    private static Stream<JavaMethod> methods(JavaClass of, String name) {
        return of.getAllMethods().stream()
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.isMetaAnnotatedWith(TESTABLE));
    }

    private Optional<String> problemOf(JavaClass type, JavaMethod method) {
        String module = moduleOf.get(type);
        if (method.isAnnotatedWith(DISABLED) || type.isAnnotatedWith(DISABLED)) {
            return Optional.of("is disabled");
        }
        if (module.equals(ownModule) || isLeftOut(type, method)) {
            return Optional.empty();
        }
        return reports.get(module).hasRun(type, method.getName())
                ? Optional.empty()
                : Optional.of("has not run since " + module + " was compiled: run mvn verify in the root");
    }

    /** Tagged so that this run of the build was never to run it. */
    private static boolean isLeftOut(JavaClass type, JavaMethod method) {
        List<String> without =
                List.of(System.getProperty("tests.without", "slow").split(","));
        return Stream.concat(tags(type), tags(method)).anyMatch(without::contains);
    }

    private static Stream<String> tags(HasAnnotations<?> of) {
        Stream<Object> one = of.getAnnotations().stream()
                .filter(each -> each.getRawType().getName().equals(TAG))
                .flatMap(each -> each.get("value").stream());
        Stream<Object> several = of.getAnnotations().stream()
                .filter(each -> each.getRawType().getName().equals(TAGS))
                .flatMap(each -> each.get("value").stream())
                .flatMap(value -> Stream.of((Object[]) value))
                .flatMap(tag -> ((JavaAnnotation<?>) tag).get("value").stream());
        return Stream.concat(one, several).map(Object::toString);
    }

    private static String dotted(JavaClass type) {
        return type.getName().replace('$', '.');
    }
}
