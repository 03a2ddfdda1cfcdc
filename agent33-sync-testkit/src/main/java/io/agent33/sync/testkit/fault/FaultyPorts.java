package io.agent33.sync.testkit.fault;

import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ports that write down each call of a run and fail at those that a test names (S14). To be called by tests:
 *
 * <pre>{@code
 * FaultyPorts seen = FaultyPorts.recording();
 * run(seen);                                            // an engine over seen.upstream(…), seen.downstreams(…), …
 * for (PortCall call : seen.calls()) {
 *     FaultyPorts faulty = FaultyPorts.with(Fault.after(call.number()));
 *     run(faulty);                                      // in a fresh world, and then once more without faults
 * }
 * }</pre>
 *
 * <p>They stand before the real ports by way of their interfaces, so a method that a port gains is seen and struck as well;
 * so are repositories, blobs, trees and streams that a port gives away. Not struck are the methods that promise not to fail.
 * One object is for one run. Thread-safe; with several threads, the number of a call is where it came by chance.
 */
public final class FaultyPorts {
    private final Map<Integer, Fault> faults;
    private final List<PortCall> calls = new ArrayList<>();
    private final List<PortCall> struck = new ArrayList<>();
    private volatile CallWatcher watcher = new CallWatcher() {};

    private FaultyPorts(List<Fault> faults) {
        this.faults = new HashMap<>(faults.stream().collect(Collectors.toMap(Fault::call, Function.identity())));
    }

    /** No failure at all. */
    public static FaultyPorts recording() {
        return with();
    }

    /** These failures. @throws IllegalStateException if two of them strike one call */
    public static FaultyPorts with(Fault... faults) {
        return new FaultyPorts(Arrays.asList(faults));
    }

    /** The same with somebody who is told of each call as it begins and ends, on its thread. */
    public FaultyPorts watchedBy(CallWatcher other) {
        watcher = other;
        return this;
    }

    /** The upstream. */
    public UpstreamRepository upstream(UpstreamRepository real) {
        return FaultyPort.before(UpstreamRepository.class, real, "upstream", this);
    }

    /** The downstreams. */
    public DownstreamRepositories downstreams(DownstreamRepositories real) {
        return FaultyPort.before(DownstreamRepositories.class, real, "downstreams", this);
    }

    /** The rules. The upstream that they are given is the one that the engine has. */
    public RuleSource rules(RuleSource real) {
        return FaultyPort.before(RuleSource.class, real, "rules", this);
    }

    /** The publisher. */
    public PullRequestPublisher publisher(PullRequestPublisher real) {
        return FaultyPort.before(PullRequestPublisher.class, real, "publisher", this);
    }

    /** The issues. */
    public IssueTracker issues(IssueTracker real) {
        return FaultyPort.before(IssueTracker.class, real, "issues", this);
    }

    /** The calls so far, in order. */
    public synchronized List<PortCall> calls() {
        return List.copyOf(calls);
    }

    /** Those that failed, in order. */
    public synchronized List<PortCall> struck() {
        return List.copyOf(struck);
    }

    CallWatcher watcher() {
        return watcher;
    }

    synchronized PortCall called(String scope, String port, String method, boolean writes) {
        PortCall call = new PortCall(calls.size() + 1, scope, port, method, writes);
        calls.add(call);
        return call;
    }

    /** The failure that strikes this call at this moment, if there is one; it is written down, and strikes once. */
    synchronized Optional<Fault> striking(PortCall call, Fault.Moment moment) {
        Optional<Fault> fault =
                Optional.ofNullable(faults.get(call.number())).filter(known -> known.moment() == moment);
        fault.ifPresent(known -> {
            struck.add(call);
            faults.remove(call.number());
        });
        return fault;
    }
}
