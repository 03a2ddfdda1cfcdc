package io.agent33.sync.github.webhook;

import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** The headers of a delivery, in whatever form a host's server has them: {@code request::getHeader} of a servlet is one. */
@FunctionalInterface
public interface WebhookHeaders {
    /**
     * The value of a header.
     *
     * @param name to be found in whatever case
     * @return {@code null} if there is none
     */
    @Nullable
    String get(String name);

    /**
     * Headers as the JDK's server, and many others, have them. One that is there more than once is taken for missing: nobody
     * knows which is meant.
     *
     * @param all by their names in whatever case; not copied
     */
    static WebhookHeaders of(Map<String, List<String>> all) {
        return name -> {
            List<String> values = all.entrySet().stream()
                    .filter(header -> name.equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
            return values.size() == 1 ? values.get(0) : null;
        };
    }
}
