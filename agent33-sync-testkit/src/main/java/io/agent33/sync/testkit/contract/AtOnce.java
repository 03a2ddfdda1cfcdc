package io.agent33.sync.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several calls, each on a thread of its own, at the same moment. */
final class AtOnce {
    private AtOnce() {}

    static <T> List<T> run(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CyclicBarrier start = new CyclicBarrier(calls.size());
            List<Future<T>> runs = new ArrayList<>();
            for (Callable<T> call : calls) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> ends = new ArrayList<>();
            for (Future<T> run : runs) {
                ends.add(run.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }
}
