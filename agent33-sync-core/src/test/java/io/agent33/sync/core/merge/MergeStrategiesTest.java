package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.testkit.contract.MergeStrategyContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The law of a merge strategy, for each that every engine has. */
class MergeStrategiesTest {
    @Test
    void eachHasItsTurnHere() {
        assertThat(Merging.byName()).containsOnlyKeys("lines", "ours", "theirs", "union", "structured");
    }

    @Nested
    class LinesTest extends MergeStrategyContract {
        @Override
        public MergeStrategy strategy() {
            return Merging.lines();
        }
    }

    @Nested
    class OursTest extends MergeStrategyContract {
        @Override
        public MergeStrategy strategy() {
            return Merging.ours();
        }
    }

    @Nested
    class TheirsTest extends MergeStrategyContract {
        @Override
        public MergeStrategy strategy() {
            return Merging.theirs();
        }
    }

    @Nested
    class UnionTest extends MergeStrategyContract {
        @Override
        public MergeStrategy strategy() {
            return Merging.union();
        }
    }

    @Nested
    class StructuredTest extends MergeStrategyContract {
        @Override
        public MergeStrategy strategy() {
            return Merging.structured();
        }
    }
}
