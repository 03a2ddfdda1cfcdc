package io.agent33.sync.core.registry;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;

/** One row more, or less, in a document's table of downstreams; the other rows stay as they are. */
public final class RegistryRows {
    private RegistryRows() {}

    /**
     * The document with a row at the table's end, or with that row brought up to date.
     *
     * @param name of the document, for messages
     * @throws ConfigurationException if the document has no such heading, or several
     */
    public static String with(String name, String document, RuleStatus rule) {
        RegistryRow row = RegistryRow.of(rule);
        return RegistryTable.changed(name, document, rows -> {
            int at = indexOf(rows, row);
            if (at >= 0) {
                rows.set(at, row.line());
            } else {
                rows.add(row.line());
            }
        });
    }

    /**
     * The document without a row; the same if it has none.
     *
     * @param name of the document, for messages
     * @throws ConfigurationException if the document has no such heading, or several
     */
    public static String without(String name, String document, RepositoryId repository, String ruleId) {
        RegistryRow row = new RegistryRow(repository.value(), ruleId, "");
        return RegistryTable.changed(name, document, rows -> rows.removeIf(row::isAboutWhat));
    }

    private static int indexOf(List<String> rows, RegistryRow row) {
        for (int i = 0; i < rows.size(); i++) {
            if (row.isAboutWhat(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
