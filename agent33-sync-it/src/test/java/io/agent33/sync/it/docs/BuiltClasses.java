package io.agent33.sync.it.docs;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class files of all modules, tests included; of libraries no more than what makes a method a test. */
final class BuiltClasses {
    private static final String[] JUNIT = {
        "org.junit.jupiter.api", "org.junit.jupiter.params", "org.junit.platform.commons.annotation"
    };

    private final JavaClasses classes;

    private BuiltClasses(JavaClasses classes) {
        this.classes = classes;
    }

    static BuiltClasses read() {
        List<Path> folders = Paper.modules().stream()
                .flatMap(module -> Stream.of("classes", "test-classes").map(kind -> folder(module, kind)))
                .filter(Files::isDirectory)
                .toList();
        return new BuiltClasses(ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
            configuration.setClassResolverArguments(JUNIT);
            return new ClassFileImporter().importPaths(folders);
        }));
    }

    private static Path folder(String module, String kind) {
        return Paper.at(module).resolve("target").resolve(kind);
    }

    /** What a module is made of. */
    Stream<JavaClass> of(String module) {
        return from(folder(module, "classes"));
    }

    /** What tests a module. */
    Stream<JavaClass> testsOf(String module) {
        return from(folder(module, "test-classes"));
    }

    private Stream<JavaClass> from(Path folder) {
        return classes.stream().filter(each -> fileOf(each).startsWith(folder));
    }

    static Path fileOf(JavaClass type) {
        return Path.of(type.getSource().orElseThrow().getUri());
    }
}
