package io.agent33.sync.core.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a check said of a blob, so that it is not read again for each downstream that gets it. The least recently asked goes
 * first. Thread-safe.
 *
 * @param <K> all that the answer depends on
 */
final class Memo<K, V> {
    private static final int MOST = 50_000;

    private final Map<K, V> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    };

    /** The answer; asked for where it is not known, maybe by several threads at once. */
    V get(K key, Supplier<V> asked) {
        Optional<V> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        V answer = asked.get();
        synchronized (answers) {
            answers.put(key, answer);
        }
        return answer;
    }

    private Optional<V> known(K key) {
        synchronized (answers) {
            return Optional.ofNullable(answers.get(key));
        }
    }
}
