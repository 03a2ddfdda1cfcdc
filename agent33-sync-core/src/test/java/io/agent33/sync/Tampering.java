package io.agent33.sync;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ports whose content is not what its name says, and whose branches somebody moves. */
final class Tampering {
    private Tampering() {}

    /** What reading a blob gives in place of its content. */
    interface Content {
        byte[] of(ObjectId blob, byte[] content);
    }

    static UpstreamRepository upstream(UpstreamRepository upstream, Content content) {
        return replacing(UpstreamRepository.class, upstream, blobs(BlobSource.class, content));
    }

    static DownstreamRepositories downstreams(DownstreamRepositories downstreams, Content content) {
        return id -> replacing(DownstreamRepository.class, downstreams.open(id), blobs(BlobStore.class, content));
    }

    /** Something happens to a branch when it has just been pushed. */
    static DownstreamRepositories afterPush(DownstreamRepositories downstreams, Consumer<CommitDraft> mishap) {
        return id -> proxy(DownstreamRepository.class, downstreams.open(id), (method, arguments, answer) -> {
            if (method.getName().equals("push") && answer instanceof BranchUpdate.Done) {
                mishap.accept((CommitDraft) arguments[0]);
            }
            return answer;
        });
    }

    /** What is asked for is not what is built. */
    static DownstreamRepositories building(DownstreamRepositories downstreams, UnaryOperator<List<TreeEdit>> other) {
        return id -> {
            DownstreamRepository real = downstreams.open(id);
            return proxy(
                    DownstreamRepository.class,
                    real,
                    (method, arguments, answer) -> method.getName().equals("buildTree")
                            ? real.buildTree((ObjectId) arguments[0], other.apply(edits(arguments[1])), (BlobSource)
                                    arguments[2])
                            : answer);
        };
    }

    private static List<TreeEdit> edits(Object argument) {
        return ((List<?>) argument).stream().map(TreeEdit.class::cast).toList();
    }

    private static <B extends BlobSource> UnaryOperator<Object> blobs(Class<B> type, Content content) {
        return real -> proxy(type, type.cast(real), (method, arguments, answer) -> {
            if (!method.getName().equals("open")) {
                return answer;
            }
            try (InputStream in = (InputStream) answer) {
                return new ByteArrayInputStream(content.of((ObjectId) arguments[0], in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <R> R replacing(Class<R> type, R real, UnaryOperator<Object> blobs) {
        return proxy(
                type,
                real,
                (method, arguments, answer) -> method.getName().equals("blobs") ? blobs.apply(answer) : answer);
    }

    private interface After {
        Object answer(Method method, Object[] arguments, Object answer);
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            try {
                return after.answer(method, given, method.invoke(real, given));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
