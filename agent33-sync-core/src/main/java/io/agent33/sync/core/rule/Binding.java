package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.util.HashMap;
import java.util.Map;

/** What is found while one document is bound: the places of its keys, and what is wrong with them. Not thread-safe. */
final class Binding {
    private final Location start;
    private final Objections objections = new Objections();
    private final Map<String, Place> places = new HashMap<>();

    private record Place(Location key, Location value) {}

    /** @param start of the document, for what stands nowhere */
    Binding(Location start) {
        this.start = start;
    }

    Objections objections() {
        return objections;
    }

    void note(String path, Location key, Location value) {
        places.put(path, new Place(key, value));
    }

    /** The same objection at the place of its subject, or of the nearest thing around it that was written. */
    Objection located(Objection objection) {
        for (String path = objection.subject(); !path.isEmpty(); path = around(path)) {
            Place place = places.get(path);
            if (place != null) {
                boolean meansTheKey = path.equals(objection.subject())
                        ? objection.code().equals(Codes.UNKNOWN_KEY)
                        : objection.code().equals(Codes.MISSING_KEY);
                return objection.at(meansTheKey ? place.key : place.value);
            }
        }
        return objection.at(start);
    }

    private static String around(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
