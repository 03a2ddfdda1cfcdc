package io.agent33.sync.core.tree;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javax.annotation.Nullable;

/**
 * What was worked out of a blob, so that it is not read again for each downstream that gets it. The least recently asked goes
 * first. Thread-safe.
 *
 * @param <K> all that the answer depends on
 */
public final class Memo<K, V> {
    private static final int MOST = 50_000;

    private final Map<K, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final ToIntFunction<V> size;
    private int taken;

    /** One of a number of answers, each as large as the others. */
    public Memo() {
        this(MOST, answer -> 1);
    }

    /**
     * @param most how large all answers together may be
     * @param size of an answer, always the same and never 0
     */
    public Memo(int most, ToIntFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    /** The answer; asked for where it is not known, by one thread for all that want it now. */
    public V get(K key, Supplier<V> asked) {
        Answer answer;
        synchronized (answers) {
            answer = answers.computeIfAbsent(key, unknown -> new Answer());
        }
        V value = answer.by(asked);
        weigh(key, answer, value);
        return value;
    }

    private void weigh(K key, Answer answer, V value) {
        synchronized (answers) {
            if (answer.weight == 0 && answers.get(key) == answer) {
                answer.weight = size.applyAsInt(value);
                if (answer.weight > most) {
                    answers.remove(key);
                } else {
                    taken += answer.weight;
                    makeRoom();
                }
            }
        }
    }

    /** One that is under way has no weight yet, and stays. */
    private void makeRoom() {
        Iterator<Answer> eldest = answers.values().iterator();
        while (taken > most && eldest.hasNext()) {
            Answer answer = eldest.next();
            if (answer.weight > 0) {
                taken -= answer.weight;
                eldest.remove();
            }
        }
    }

    private final class Answer {
        private @Nullable V value;
        /** 0 until it is known; guarded by the map. */
        private int weight;

        synchronized V by(Supplier<V> asked) {
            V known = value;
            if (known == null) {
                known = asked.get();
                value = known;
            }
            return known;
        }
    }
}
