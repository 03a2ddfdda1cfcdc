package io.agent33.sync.testkit.fault;

import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/** One port behind its interface. */
final class FaultyPort implements InvocationHandler {
    /** They promise not to fail, in each port that has them. */
    private static final Set<String> NEVER_FAIL = Set.of("id", "webAddress", "close");

    private static final List<Class<?>> WRITTEN = List.of(BranchUpdate.class, Publication.class, Tracking.class);

    private final Object real;
    private final String scope;
    private final FaultyPorts ports;

    private FaultyPort(Object real, String scope, FaultyPorts ports) {
        this.real = real;
        this.scope = scope;
        this.ports = ports;
    }

    static <T> T before(Class<T> port, T real, String scope, FaultyPorts ports) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, new FaultyPort(real, scope, ports)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("equals")
                    ? arguments != null && proxy == arguments[0]
                    : real(method, arguments);
        }
        String about = scope(arguments);
        if (neverFails(method)) {
            return real(method, arguments);
        }
        PortCall call =
                ports.called(about, method.getDeclaringClass().getSimpleName(), method.getName(), writes(method));
        ports.watcher().begins(call);
        try {
            return standingBefore(method.getReturnType(), answer(call, method, arguments), about);
        } finally {
            ports.watcher().ends(call);
        }
    }

    private @Nullable Object answer(PortCall call, Method method, @Nullable Object[] arguments) throws Throwable {
        strike(call, Fault.Moment.BEFORE);
        Object answer = real(method, arguments);
        Optional<Fault> lost = ports.striking(call, Fault.Moment.AFTER);
        if (lost.isPresent()) {
            letGo(answer);
            throw lost.get().thrownAt(call);
        }
        return answer;
    }

    /** To close an issue is a request like others. */
    private static boolean neverFails(Method method) {
        return NEVER_FAIL.contains(method.getName()) && method.getDeclaringClass() != IssueTracker.class;
    }

    private static boolean writes(Method method) {
        boolean closesAnIssue = method.getDeclaringClass() == IssueTracker.class
                && method.getName().equals("close");
        boolean tellsNothing =
                method.getReturnType() == void.class && method.getDeclaringClass() == PullRequestPublisher.class;
        return tellsNothing || closesAnIssue || WRITTEN.contains(method.getReturnType());
    }

    private void strike(PortCall call, Fault.Moment moment) throws Throwable {
        Optional<Fault> fault = ports.striking(call, moment);
        if (fault.isPresent()) {
            throw fault.get().thrownAt(call);
        }
    }

    private @Nullable Object real(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Whoever is told of a repository by its name speaks of that one. */
    private String scope(@Nullable Object[] arguments) {
        Object first = arguments == null || arguments.length == 0 ? "" : arguments[0];
        if (first instanceof RepositoryId id) {
            return id.value();
        }
        if (first instanceof IssueDraft issue) {
            return issue.repository().value();
        }
        return first instanceof PullRequestDraft draft ? draft.repository().value() : scope;
    }

    /** Nobody else can, since the answer is lost. */
    private static void letGo(@Nullable Object answer) throws Exception {
        if (answer instanceof AutoCloseable open) {
            open.close();
        }
    }

    /** What a port gives away can fail as well. */
    private @Nullable Object standingBefore(Class<?> type, @Nullable Object answer, String about) {
        if (answer instanceof InputStream content) {
            return new FaultyStream(content, about, ports);
        }
        boolean port = type.isInterface()
                && (AutoCloseable.class.isAssignableFrom(type)
                        || BlobSource.class.isAssignableFrom(type)
                        || FileTree.class.isAssignableFrom(type));
        return port && answer != null ? before(type, answer, about) : answer;
    }

    private <T> T before(Class<T> type, Object answer, String about) {
        return before(type, type.cast(answer), about, ports);
    }

    /** The content of a blob, which may break off. Reading it is one call. */
    private static final class FaultyStream extends InputStream {
        private final InputStream content;
        private final FaultyPorts ports;
        private final PortCall call;

        FaultyStream(InputStream content, String about, FaultyPorts ports) {
            this.content = content;
            this.ports = ports;
            this.call = ports.called(about, "InputStream", "read", false);
        }

        @Override
        public int read() throws IOException {
            strike(Fault.Moment.BEFORE);
            int read = content.read();
            if (read < 0) {
                strike(Fault.Moment.AFTER);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            strike(Fault.Moment.BEFORE);
            int read = content.read(into, from, length);
            if (read < 0) {
                strike(Fault.Moment.AFTER);
            }
            return read;
        }

        private void strike(Fault.Moment moment) throws IOException {
            Optional<Fault> fault = ports.striking(call, moment);
            if (fault.isPresent()) {
                throw fault.get().brokenAt(call);
            }
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
