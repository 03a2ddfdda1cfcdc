package io.agent33.sync.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runs contract tests without a platform, to see which of them turn red. */
final class Contracts {
    private Contracts() {}

    static Set<String> red(Object contract) {
        Set<String> red = new TreeSet<>();
        int run = 0;
        for (Class<?> type = contract.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                run += run(contract, method, red);
            }
        }
        for (Method method : contract.getClass().getMethods()) {
            run += method.getDeclaringClass().isInterface() ? run(contract, method, red) : 0;
        }
        if (run == 0) {
            throw new IllegalStateException("no test found in " + contract.getClass());
        }
        return red;
    }

    private static int run(Object contract, Method method, Set<String> red) {
        if (!method.isAnnotationPresent(Test.class)) {
            return 0;
        }
        try {
            method.setAccessible(true);
            method.invoke(contract);
        } catch (InvocationTargetException e) {
            red.add(method.getName());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }
}
