package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every option of the builder owes, a new one too. */
class SyncEngineBuilderTest {
    static Stream<Arguments> objectsOfOptions() {
        return options()
                .flatMap(option -> IntStream.range(0, option.getParameterCount())
                        .filter(i -> !option.getParameterTypes()[i].isPrimitive())
                        .mapToObj(i -> Arguments.of(option, i)));
    }

    private static Stream<Method> options() {
        return Stream.of(SyncEngineBuilder.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == SyncEngineBuilder.class);
    }

    @ParameterizedTest
    @MethodSource("objectsOfOptions")
    void nullIsRefusedByTheNameOfTheParameter(Method option, int missing) {
        Object[] arguments = IntStream.range(0, option.getParameterCount())
                .mapToObj(i -> i == missing ? null : something(option.getParameterTypes()[i]))
                .toArray();

        assertThatThrownBy(() -> option.invoke(SyncEngine.builder(), arguments))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage(option.getParameters()[missing].getName());
    }

    private static Object something(Class<?> type) {
        return type == String.class
                ? "name"
                : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> null);
    }

    @Test
    void everyParameterOfAnOptionHasAName() {
        assertThat(options())
                .hasSizeGreaterThan(8)
                .allSatisfy(option -> assertThat(option.getParameters())
                        .isNotEmpty()
                        .allSatisfy(parameter ->
                                assertThat(parameter.isNamePresent()).isTrue()));
    }
}
