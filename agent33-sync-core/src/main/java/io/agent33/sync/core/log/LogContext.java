package io.agent33.sync.core.log;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.MDC;

/**
 * What a thread works on, for whatever is logged meanwhile, by plugins and libraries too: keys of SLF4J's MDC. A host that keeps
 * something there of its own finds it on the engine's threads as well. Thread-safe.
 */
public final class LogContext {
    /** A downstream's name. */
    public static final String DOWNSTREAM = "agent33.downstream";

    /** A rule's id. */
    public static final String RULE = "agent33.rule";

    /** The label of the release that is proposed. */
    public static final String RELEASE = "agent33.release";

    private LogContext() {}

    /** Does something with a key in place; afterwards it is as it was. */
    public static <T> T about(String key, String value, Supplier<T> work) {
        @Nullable String before = MDC.get(key);
        MDC.put(key, value);
        try {
            return work.get();
        } finally {
            put(key, before);
        }
    }

    /** The same, if there is a value. */
    public static <T> T about(String key, Optional<String> value, Supplier<T> work) {
        return value.isPresent() ? about(key, value.get(), work) : work.get();
    }

    /** The same work, which takes along to another thread what this one is about. */
    public static <T> Callable<T> carried(Callable<T> work) {
        @Nullable Map<String, String> here = MDC.getCopyOfContextMap();
        return () -> {
            @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
            set(here);
            try {
                return work.call();
            } finally {
                set(before);
            }
        };
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    private static void set(@Nullable Map<String, String> all) {
        if (all == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(all);
        }
    }
}
