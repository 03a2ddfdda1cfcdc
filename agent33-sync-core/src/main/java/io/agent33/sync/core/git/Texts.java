package io.agent33.sync.core.git;

import java.util.regex.Pattern;

/** What others wrote, made fit for a message of ours. */
final class Texts {
    private static final int LONGEST = 500;
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private Texts() {}

    /** On one line, cut, without control characters and without credentials in addresses. */
    static String oneLine(String text) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        String clean = USER_INFO.matcher(line).replaceAll("//***@");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
