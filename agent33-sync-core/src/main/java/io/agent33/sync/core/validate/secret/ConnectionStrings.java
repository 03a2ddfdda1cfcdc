package io.agent33.sync.core.validate.secret;

import java.util.List;
import java.util.Locale;

/** Passwords in connection strings of ADO.NET and ODBC: {@code Server=…; …; Password=…}. */
final class ConnectionStrings implements Detector {
    private static final Kind KIND = new Kind(
            "password-in-connection-string",
            Category.CREDENTIAL,
            "password in a connection string",
            0,
            "Change the password, and let the connection string be read from the environment.");
    private static final List<String> PLACES = List.of("server=", "server =", "host=", "data source=", "data source =");
    private static final int MIN_PASSWORD = 3;
    private static final int MAX_PASSWORD = 100;
    private static final int MAX_BEFORE = 400;

    @Override
    public List<String> keywords() {
        return List.of("password=", "password =", "pwd=");
    }

    @Override
    public void look(String text, int at, Found found) {
        int value = text.indexOf('=', at) + 1;
        value += Chars.at(text, value) == ' ' ? 1 : 0;
        int end = value;
        while (end - value <= MAX_PASSWORD && Chars.at(text, end) > ' ' && ";\"'`<".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean fits = end - value >= MIN_PASSWORD && end - value <= MAX_PASSWORD;
        if (fits && isBehindAServer(text, at) && AddressCredentials.isPassword(text.substring(value, end))) {
            found.add(KIND, value, end);
        }
    }

    private static boolean isBehindAServer(String text, int at) {
        String before = text.substring(Math.max(0, at - MAX_BEFORE), at);
        String line = before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
        return line.contains(";") && PLACES.stream().anyMatch(line::contains);
    }
}
