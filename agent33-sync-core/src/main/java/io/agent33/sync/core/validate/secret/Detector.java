package io.agent33.sync.core.validate.secret;

import java.util.List;

/**
 * Looks closely at a text where one of its keywords stands. Immutable. What it reads around a keyword is bounded, so that
 * the whole search is linear.
 */
interface Detector {
    /** Of any case; one of them stands near everything that this finds. */
    List<String> keywords();

    /**
     * @param at where a keyword begins in the text
     * @param found takes what is there
     */
    void look(String text, int at, Found found);
}
