package io.agent33.sync.it.docs;

import io.agent33.sync.it.Command;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A class as a page prints it, compiled as a reader would. */
final class Snippet {
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

    private final Class<?> type;
    private final Path folder;

    private Snippet(Class<?> type, Path folder) {
        this.type = type;
        this.folder = folder;
    }

    /** Compiles one class into a folder. @throws AssertionError with what the compiler says, if it does not compile */
    static Snippet compiled(String code, Path folder) {
        Matcher name = CLASS.matcher(code);
        if (!name.find()) {
            throw new AssertionError("no class in\n" + code);
        }
        Path source = folder.resolve(name.group(1) + ".java");
        try {
            Files.writeString(source, code);
            compile(List.of(source), folder);
            ClassLoader loader = new URLClassLoader(new URL[] {url(folder)}, Snippet.class.getClassLoader());
            return new Snippet(loader.loadClass(name.group(1)), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    /** Compiles files into a folder. @throws AssertionError with what the compiler says, if they do not compile */
    static void compile(List<Path> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "-cp", classPath());
            boolean good = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!good) {
                throw new AssertionError(sources + " do not compile:\n" + said);
            }
        }
    }

    /** What this class can see: surefire may hide it behind a jar that only names it. */
    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .findFirst()
                .orElse(File.pathSeparator);
    }

    /** Runs its {@code main} as a process of its own, which keeps nothing in the user's home; what it prints. */
    String main(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "XDG_CACHE_HOME=" + folder.resolve("cache"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                folder + File.pathSeparator + classPath(),
                type.getName()));
        command.addAll(List.of(arguments));
        return Command.run(folder, command);
    }

    /** Runs its one test. */
    void test() throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method test = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no test"));
        test.setAccessible(true);
        test.invoke(constructor.newInstance());
    }
}
