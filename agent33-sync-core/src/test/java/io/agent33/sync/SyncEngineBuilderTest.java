package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every option of the builder owes, a new one too. */
class SyncEngineBuilderTest {
    static Stream<Method> optionsThatTakeAnObject() {
        return options().filter(method -> !method.getParameterTypes()[0].isPrimitive());
    }

    private static Stream<Method> options() {
        return Stream.of(SyncEngineBuilder.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == SyncEngineBuilder.class);
    }

    @ParameterizedTest
    @MethodSource("optionsThatTakeAnObject")
    void nullIsRefusedByTheNameOfTheParameter(Method option) {
        assertThatThrownBy(() -> option.invoke(SyncEngine.builder(), (Object) null))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage(option.getParameters()[0].getName());
    }

    @Test
    void everyOptionTakesOneValueThatHasAName() {
        assertThat(options())
                .hasSizeGreaterThan(8)
                .allSatisfy(option -> assertThat(option.getParameters())
                        .singleElement()
                        .satisfies(parameter ->
                                assertThat(parameter.isNamePresent()).isTrue()));
    }
}
