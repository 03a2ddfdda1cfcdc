package io.agent33.sync.cli;

import io.agent33.sync.api.repository.Traffic;
import java.time.Duration;
import java.util.Locale;

/** Durations and sizes as people read them. */
final class Amounts {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Amounts() {}

    /** {@code 0.4 s}, {@code 2 min 05 s}. */
    static String of(Duration took) {
        long tenths = (took.toMillis() + 50) / 100;
        return tenths < 600
                ? tenths / 10 + "." + tenths % 10 + " s"
                : String.format(Locale.ROOT, "%d min %02d s", tenths / 600, tenths % 600 / 10);
    }

    /** {@code , 1.2 MB received, 340 B sent}; nothing of what was nothing. */
    static String of(Traffic traffic) {
        return (traffic.received() == 0 ? "" : ", " + size(traffic.received()) + " received")
                + (traffic.sent() == 0 ? "" : ", " + size(traffic.sent()) + " sent");
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double amount = bytes / 1_000.0;
        int unit = 0;
        // What would be rounded to 1000.0 is one of the next.
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
