package io.agent33.sync.core.print;

/** In what form a plan or a report is printed (S2). Every form ends its lines with {@code \n} and has no colours. */
public enum OutputFormat {
    /** For people: a summary, then a block a rule and a line a file. Its wording may change at any time. */
    TEXT,
    /** For programs: the data model that {@link PlanPrinter} and {@link ReportPrinter} document. */
    YAML,
    /** The same data model as {@link #YAML}. */
    JSON,
    /** For git and for review: a unified diff of the delivered files. Plans only. */
    DIFF
}
