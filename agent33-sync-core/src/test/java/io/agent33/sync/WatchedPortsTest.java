package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever stands in front of a port hands on every method of it: one with a default would else be lost in silence. */
class WatchedPortsTest {
    private static final ObjectId ID = ObjectId.of("1234567890123456789012345678901234567890");
    private static final RepositoryId REPOSITORY = RepositoryId.of("org/webapp");
    private static final BranchTip TIP = new BranchTip("main", ID);
    private static final Identity AUTHOR = new Identity("Ann", "ann@example.com");
    private static final Release RELEASE = new Release("1.0.0", ID, Optional.empty());
    private static final PullRequestText TEXT = new PullRequestText("title", "body", List.of(), List.of(), false);

    /** No two texts or ids are the same, so that an exchange of arguments is seen. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** By type, what else stands for a parameter or a result that is no interface. */
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(RepositoryId.class, REPOSITORY),
            Map.entry(BranchTip.class, TIP),
            Map.entry(Release.class, RELEASE),
            Map.entry(Traffic.class, new Traffic(1, 2)),
            Map.entry(UpstreamRefs.class, new UpstreamRefs(new Revision("main", ID), List.of())),
            Map.entry(Commit.class, new Commit(ID, ID, List.of(), AUTHOR, Instant.EPOCH, "first")),
            Map.entry(
                    CommitDraft.class,
                    new CommitDraft("sync/a", Optional.empty(), ID, ID, "message", AUTHOR, Instant.EPOCH)),
            Map.entry(BranchUpdate.class, new BranchUpdate.Done(ID)),
            Map.entry(PullRequestDraft.class, new PullRequestDraft(REPOSITORY, "docs", RELEASE, TIP, TIP, TEXT)),
            Map.entry(Publication.class, new Publication.Unchanged("here")));

    private record Call(
            Method method, List<Object> arguments, @Nullable Object result) {}

    /** One who watches a port, and the port itself, which writes down its calls. */
    private static final class Watched<T> {
        private final List<Call> calls = new ArrayList<>();
        private final Class<T> port;
        private final T watched;

        Watched(Class<T> port, BiFunction<T, Watch, T> watching) {
            this.port = port;
            this.watched = watching.apply(port.cast(proxy(port, this::called)), Watch.none());
        }

        @Nullable
        private Object called(Method method, Object... arguments) {
            Object result = method.getReturnType() == void.class ? null : sample(method.getReturnType());
            calls.add(new Call(method, List.of(arguments), result));
            return result;
        }

        private Stream<Call> calls(Method method) {
            return calls.stream().filter(call -> call.method().equals(method));
        }

        private Class<?> type() {
            return watched.getClass();
        }

        @Override
        public String toString() {
            return type().getSimpleName();
        }
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object... arguments);
    }

    private static Object proxy(Class<?> type, Answer answer) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "toString" -> "some " + type.getSimpleName();
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> answer.to(method, arguments == null ? new Object[0] : arguments);
                });
    }

    private static Object sample(Class<?> type) {
        if (type == Optional.class) {
            return Optional.of(new Object());
        }
        if (type == ObjectId.class) {
            return ObjectId.of(String.format("%040d", NUMBERS.incrementAndGet()));
        }
        if (type == String.class) {
            return "text " + NUMBERS.incrementAndGet();
        }
        Object known = SAMPLES.get(type);
        if (known != null) {
            return known;
        }
        assertThat(type.isInterface() && !type.isSealed())
                .as("%s needs a sample in this test", type)
                .isTrue();
        return proxy(type, (method, arguments) -> {
            throw new AssertionError("nobody asks a sample: " + method);
        });
    }

    static Stream<Watched<?>> watched() {
        return Stream.of(
                new Watched<>(UpstreamRepository.class, WatchedUpstream::new),
                new Watched<>(DownstreamRepository.class, WatchedDownstream::new),
                new Watched<>(PullRequestPublisher.class, WatchedPublisher::new));
    }

    private static Stream<Method> methods(Watched<?> watched) {
        return Stream.of(watched.port.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("watched")
    void everyMethodOfThePortIsDeclared(Watched<?> watched) {
        assertThat(methods(watched))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(watched.type()
                                .getMethod(method.getName(), method.getParameterTypes())
                                .getDeclaringClass())
                        .isEqualTo(watched.type()));
    }

    @ParameterizedTest
    @MethodSource("watched")
    void everyCallArrivesOnceAsItWasMadeAndItsAnswerComesBack(Watched<?> watched) {
        assertThat(methods(watched)).allSatisfy(method -> {
            watched.calls.clear();
            Object[] arguments = Stream.of(method.getParameterTypes())
                    .map(WatchedPortsTest::sample)
                    .toArray();

            Object answer = method.invoke(watched.watched, arguments);

            assertThat(watched.calls(method)).singleElement().isEqualTo(new Call(method, List.of(arguments), answer));
        });
    }

    @Test
    void itPrintsAsThePortThatItWatches() {
        assertThat(watched())
                .filteredOn(watched -> watched.port != PullRequestPublisher.class)
                .allSatisfy(watched -> assertThat(watched.watched).hasToString("some " + watched.port.getSimpleName()));
    }
}
