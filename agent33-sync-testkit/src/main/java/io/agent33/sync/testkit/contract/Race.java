package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several ports, each on a thread of its own, that make the same branch at the same moment. */
final class Race {
    private Race() {}

    static List<BranchUpdate> run(DownstreamHost host, String branch, int ports) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ports);
        try {
            CyclicBarrier start = new CyclicBarrier(ports);
            List<Future<BranchUpdate>> runs = new ArrayList<>();
            for (int i = 0; i < ports; i++) {
                String message = "by port " + i + "\n";
                DownstreamRepository downstream = host.open();
                runs.add(threads.submit(() -> push(downstream, branch, message, start)));
            }
            List<BranchUpdate> ends = new ArrayList<>();
            for (Future<BranchUpdate> run : runs) {
                ends.add(run.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }

    private static BranchUpdate push(
            DownstreamRepository downstream, String branch, String message, CyclicBarrier start) throws Exception {
        try (downstream) {
            CommitDraft draft = Drafts.draft(downstream, branch, Optional.empty(), message, Edits.SAMPLE);
            start.await();
            return downstream.push(draft);
        }
    }
}
