package io.agent33.sync.fault;

import static org.junit.jupiter.api.Assertions.assertAll;

import io.agent33.sync.testkit.fault.Fault;
import io.agent33.sync.testkit.fault.PortCall;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure before and after the effect of every call that a run makes: S14. The calls are those that a run was seen to make. */
class FaultsTest {
    @ParameterizedTest
    @EnumSource(names = {"FIRST_RELEASE", "RULES_IN_UPSTREAM"})
    void aTimeOutBeforeOrAfterAnyCallIsToldAndMendedByTheNextRun(Story story) {
        Disturbance disturbance = new Disturbance(story);

        assertAll(someTimeOuts(disturbance, disturbance.calls().stream()));
    }

    /** These stories are long; the slow tier strikes all of their calls. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_RELEASE", "RULES_IN_UPSTREAM"})
    @Tag("thorough")
    void aTimeOutAtAnyWriteOrKindOfCallIsToldAndMendedByTheNextRun(Story story) {
        Disturbance disturbance = new Disturbance(story);
        Stream<PortCall> writes = disturbance.calls().stream().filter(PortCall::writes);

        assertAll(someTimeOuts(
                disturbance, Stream.concat(writes, kinds(disturbance)).distinct()));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void aTimeOutBeforeOrAfterAnyCallOfAnyStoryIsToldAndMendedByTheNextRun(Story story) {
        Disturbance disturbance = new Disturbance(story);

        assertAll(timeOuts(disturbance, disturbance.calls().stream()));
    }

    /** At writes before and after the effect, at reads one of the two: they have none. The slow tier strikes both. */
    private static Stream<Executable> someTimeOuts(Disturbance disturbance, Stream<PortCall> calls) {
        return calls.flatMap(call -> call.writes()
                        ? Stream.of(Fault.before(call.number()), Fault.after(call.number()))
                        : Stream.of(call.number() % 2 == 0 ? Fault.before(call.number()) : Fault.after(call.number())))
                .map(fault -> () -> disturbance.assertHarmless(1, fault));
    }

    private static Stream<Executable> timeOuts(Disturbance disturbance, Stream<PortCall> calls) {
        return calls.flatMap(call -> Stream.of(Fault.before(call.number()), Fault.after(call.number())))
                .map(fault -> () -> disturbance.assertHarmless(1, fault));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST_RELEASE", "RULES_IN_UPSTREAM", "ROLLBACK", "ALLOWANCE"})
    @Tag("thorough")
    void aDefectAtAnyKindOfCallIsToldAndMendedByTheNextRun(Story story) {
        Disturbance disturbance = new Disturbance(story);

        assertAll(kinds(disturbance)
                .flatMap(call -> Stream.of(
                        Fault.before(call.number()).as(Fault.Kind.DEFECT),
                        Fault.after(call.number()).as(Fault.Kind.ERROR)))
                .map(fault -> () -> disturbance.assertHarmless(1, fault)));
    }

    /** The first call of each method of each port. */
    private static Stream<PortCall> kinds(Disturbance disturbance) {
        Set<String> known = new HashSet<>();
        return disturbance.calls().stream()
                .filter(call -> known.add(call.port() + "." + call.method() + " of " + call.scope()));
    }

    /** Such as the same time-out twice, after it took effect: nobody knows, and everything has happened. */
    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void twoFaultsInARowInOneRunAreMendedByTheNext(Story story) {
        Disturbance disturbance = new Disturbance(story);
        List<PortCall> writes = writes(disturbance);

        assertAll(IntStream.range(1, writes.size())
                .mapToObj(i -> () -> disturbance.assertHarmless(1, after(writes.get(i - 1)), after(writes.get(i)))));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void anyTwoFaultsInOneRunAreMendedByTheNext(Story story) {
        Disturbance disturbance = new Disturbance(story);
        List<PortCall> writes = writes(disturbance);

        assertAll(writes.stream()
                .flatMap(first -> writes.stream()
                        .filter(second -> second.number() > first.number())
                        .map(second -> (Executable) () -> disturbance.assertHarmless(1, after(first), after(second)))));
    }

    private static List<PortCall> writes(Disturbance disturbance) {
        return disturbance.calls().stream().filter(PortCall::writes).toList();
    }

    private static Fault after(PortCall call) {
        return Fault.after(call.number());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void twoRunsThatFailInARowAreMendedByTheNext(Story story) {
        Disturbance disturbance = new Disturbance(story);
        List<PortCall> calls = disturbance.calls();
        Random random = new Random(33);

        assertAll(calls.stream()
                .filter(PortCall::writes)
                .map(first -> () -> disturbance.assertHarmlessInARow(
                        Fault.after(first.number()), Fault.after(1 + random.nextInt(calls.size())))));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void anyTwoRunsThatFailInARowAreMendedByTheNext(Story story) {
        Disturbance disturbance = new Disturbance(story);

        assertAll(disturbance.calls().stream()
                .filter(PortCall::writes)
                .flatMap(first -> disturbance.calls().stream()
                        .flatMap(second -> Stream.of(Fault.before(second.number()), Fault.after(second.number())))
                        .map(second -> (Executable)
                                () -> disturbance.assertHarmlessInARow(Fault.after(first.number()), second))));
    }

    /** With several threads, a fault strikes where the count happens to be; whatever it strikes must be harmless. */
    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void faultsAmongSeveralThreadsAreHarmlessToo(Story story) {
        Disturbance disturbance = new Disturbance(story);
        int calls = disturbance.calls().size();

        assertAll(new Random(7)
                .ints(10, 1, calls + 1)
                .mapToObj(call -> call % 2 == 0 ? Fault.before(call) : Fault.after(call))
                .map(fault -> () -> disturbance.assertHarmless(4, fault)));
    }
}
