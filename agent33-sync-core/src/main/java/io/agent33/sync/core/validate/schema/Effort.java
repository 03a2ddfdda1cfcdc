package io.agent33.sync.core.validate.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.util.Locale;

/**
 * One validation, which ends when it has cost too much: a schema of a few lines can ask for more steps than there is time,
 * by references that fan out, that lead round in a circle, or by patterns that backtrack.
 */
final class Effort extends ExecutionContext {
    private static final int STEPS = 2_000_000;
    private static final int ERRORS = 100_000;
    private static final int DEPTH = 1_000;

    private int steps;
    private int errors;
    private int depth;

    Effort() {
        super(ExecutionConfig.builder().locale(Locale.ENGLISH).build());
    }

    /** It would cost more than it may. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super("too costly", null, false, false);
        }
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
        step();
        super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        step();
        super.evaluationPathAddLast(index);
    }

    private void step() {
        if (++steps > STEPS || ++depth > DEPTH) {
            throw new Exceeded();
        }
    }

    @Override
    public void evaluationPathRemoveLast() {
        depth--;
        super.evaluationPathRemoveLast();
    }

    @Override
    public void addError(Error error) {
        if (++errors > ERRORS) {
            throw new Exceeded();
        }
        super.addError(error);
    }
}
