package io.agent33.sync.github.rest;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that GitHub gave with an ETag: asked with it, GitHub says in a few bytes that nothing changed, and does not count the
 * request. The latest are kept, within bounds. Thread-safe.
 */
final class Known {
    private static final int LONGEST = 512 << 10;
    private static final int MOST = 32 << 20;
    /** What an answer takes beside its body, headers above all: a guess on the safe side. */
    private static final int BESIDE = 4 << 10;

    private final Map<String, HttpResponse<byte[]>> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized Optional<HttpResponse<byte[]>> of(Ask ask) {
        return ask.isRead() ? Optional.ofNullable(answers.get(ask.path())) : Optional.empty();
    }

    static Optional<String> tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("etag");
    }

    synchronized void keep(Ask ask, HttpResponse<byte[]> answer) {
        if (ask.isRead() && answer.statusCode() == 200 && tag(answer).isPresent() && answer.body().length <= LONGEST) {
            forget(answers.remove(ask.path()));
            answers.put(ask.path(), answer);
            bytes += size(answer);
            for (var eldest = answers.entrySet().iterator(); bytes > MOST && eldest.hasNext(); ) {
                forget(eldest.next().getValue());
                eldest.remove();
            }
        }
    }

    private void forget(@javax.annotation.Nullable HttpResponse<byte[]> answer) {
        bytes -= answer == null ? 0 : size(answer);
    }

    private static int size(HttpResponse<byte[]> answer) {
        return answer.body().length + BESIDE;
    }
}
