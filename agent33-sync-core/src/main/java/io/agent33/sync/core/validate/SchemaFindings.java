package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.validate.schema.Fault;
import io.agent33.sync.core.validate.schema.Trouble;

/** What is said of faults in data. */
final class SchemaFindings {
    private SchemaFindings() {}

    /** It is accepted by its code, or by the pointer to the value that is wrong. */
    static Found of(DeliveredFile file, Fault fault) {
        Trouble trouble = fault.trouble();
        Location where = new Location(file.target().value(), trouble.line(), trouble.column());
        Finding finding = finding(where, fault, file.customised());
        String pointer = trouble.pointer();
        return new Found(
                finding, match -> match.equals(finding.code()) || (!pointer.isEmpty() && match.equals(pointer)));
    }

    private static Finding finding(Location where, Fault fault, boolean customised) {
        Trouble trouble = fault.trouble();
        return switch (trouble.kind()) {
            case SYNTAX -> syntax(where, fault, customised);
            case SCHEMA -> mistake("schema", "no valid schema", where, fault, customised);
            case INSTANCE -> mistake("instance", "not as its schema has it", where, fault, customised);
            case UNDECIDED ->
                Finding.problem(
                        "schema-undecided",
                        where,
                        "it could not be checked: " + trouble.message(),
                        "simplify it, or accept it in validation.allow with the code as match");
            case ELSEWHERE -> Finding.note("schema-elsewhere", where, "not checked: " + trouble.message());
        };
    }

    private static Finding syntax(Location where, Fault fault, boolean customised) {
        String message = "it does not parse: " + fault.trouble().message();
        if (fault.origin() == Fault.Origin.SYNC || (fault.whole() && fault.origin() == Fault.Origin.OWN)) {
            return Finding.problem("syntax-broken", where, message + ", but did upstream", remedy(customised));
        }
        return fault.whole()
                ? Finding.problem("syntax-upstream", where, message + ", nor does it upstream", "mend it upstream")
                : Finding.note("syntax-placeholder", where, message + ", and never did");
    }

    private static Finding mistake(String kind, String what, Location where, Fault fault, boolean customised) {
        Trouble trouble = fault.trouble();
        String message = what + ": " + (trouble.pointer().isEmpty() ? "" : trouble.pointer() + " ") + trouble.message();
        return fault.origin() == Fault.Origin.UPSTREAM
                ? Finding.problem(kind + "-upstream", where, message + ", as upstream", "mend it upstream")
                : Finding.problem(kind + "-broken", where, message + ", unlike upstream", remedy(customised));
    }

    private static String remedy(boolean customised) {
        return customised ? "mend the local change" : "mend the rule's transforms";
    }
}
