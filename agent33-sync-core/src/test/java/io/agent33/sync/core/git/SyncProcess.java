package io.agent33.sync.core.git;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.testkit.fault.CallWatcher;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that syncs a {@link LocalWorld} and tells of each step as it begins and ends. */
final class SyncProcess {
    private SyncProcess() {}

    /** Starts it; it prints {@code + phase} and {@code - phase} for each step, and the report. */
    static Process telling(Path folder) throws IOException {
        return start(folder, "tell");
    }

    /** Starts it; it begins when its input ends, as others do, and prints the report only. */
    static Process waiting(Path folder) throws IOException {
        return start(folder, "wait");
    }

    private static Process start(Path folder, String how) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(SyncProcess.class.getName(), folder.toString(), how));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public static void main(String[] arguments) throws IOException {
        FaultyPorts ports = FaultyPorts.recording();
        if (arguments[1].equals("tell")) {
            ports.watchedBy(new Printing());
        } else if (System.in.read() >= 0) {
            throw new IllegalStateException("its input just ends");
        }
        try (SyncEngine engine = LocalWorld.engine(Path.of(arguments[0]), ports).build()) {
            SyncReport report = engine.run();
            System.out.println(report);
            System.out.println(report.successful() ? "DONE" : "FAILED");
        }
    }

    /** One line for each beginning and end of a phase; phases within phases are the outer one's. */
    private static final class Printing implements CallWatcher {
        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

        @Override
        public void begins(PortCall call) {
            if (enter(1) == 1) {
                System.out.println("+ " + Phase.of(call));
                System.out.flush();
            }
        }

        @Override
        public void ends(PortCall call) {
            if (enter(-1) == 0) {
                System.out.println("- " + Phase.of(call));
                System.out.flush();
            }
        }

        private int enter(int step) {
            depth.set(depth.get() + step);
            return depth.get();
        }
    }

    /** What a run is doing. */
    enum Phase {
        /** Reading the rules, which opens and fetches the upstream. */
        RULES,
        /** Opening and reading a downstream. */
        DOWNSTREAM,
        /** Reading what is delivered, and making what is not there. */
        PLANNING,
        /** Making the commit and the branch. */
        PUSH,
        /** Making the pull request, and asking whether to. */
        PUBLISH;

        static Phase of(PortCall call) {
            return switch (call.port()) {
                case "RuleSource" -> RULES;
                case "PullRequestPublisher" -> PUBLISH;
                case "DownstreamRepositories" -> DOWNSTREAM;
                case "DownstreamRepository" ->
                    switch (call.method()) {
                        case "push", "delete", "buildTree" -> PUSH;
                        default -> DOWNSTREAM;
                    };
                case "FileTree" -> call.scope().equals("upstream") ? PLANNING : DOWNSTREAM;
                default -> PLANNING;
            };
        }
    }
}
