package io.agent33.sync.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

/** What a message to a person owes, whatever foreign text it speaks of. */
public final class Said {
    private Said() {}

    /** One line of sensible length, without characters that move others or that nobody sees. */
    public static void fitForALine(String message) {
        assertThat(message)
                .isNotBlank()
                .hasSizeLessThan(2_000)
                .matches("[^\\p{Cntrl}\\x{80}-\\x{9f}\\p{Cf}\\x{2028}\\x{2029}\\p{Cs}]*");
    }
}
