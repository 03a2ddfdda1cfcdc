package io.agent33.sync.core.validate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What a check said of a blob, so that it is not read again for each downstream that gets it. The least recently asked goes
 * first. Thread-safe.
 *
 * @param <K> all that the answer depends on
 */
final class Memo<K, V> {
    private static final int MOST = 50_000;

    private final Map<K, V> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final ToIntFunction<V> size;
    private int taken;

    /** One of a number of answers, each as large as the others. */
    Memo() {
        this(MOST, answer -> 1);
    }

    /**
     * @param most how large all answers together may be
     * @param size of an answer, always the same and never 0
     */
    Memo(int most, ToIntFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    /** The answer; asked for where it is not known, maybe by several threads at once. */
    V get(K key, Supplier<V> asked) {
        Optional<V> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        V answer = asked.get();
        int weight = size.applyAsInt(answer);
        synchronized (answers) {
            if (weight <= most && answers.put(key, answer) == null) {
                taken += weight;
                makeRoom();
            }
        }
        return answer;
    }

    private Optional<V> known(K key) {
        synchronized (answers) {
            return Optional.ofNullable(answers.get(key));
        }
    }

    private void makeRoom() {
        Iterator<V> eldest = answers.values().iterator();
        while (taken > most && eldest.hasNext()) {
            taken -= size.applyAsInt(eldest.next());
            eldest.remove();
        }
    }
}
