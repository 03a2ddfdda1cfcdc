package io.agent33.sync.core.validate.schema;

import java.util.List;

/** What reading data gives. Lines and columns count from 1, those of the text that was read. */
sealed interface Reading {
    /**
     * It is data.
     *
     * @param documents one, or in YAML any number
     */
    record Data(List<DataDocument> documents) implements Reading {
        public Data {
            documents = List.copyOf(documents);
        }
    }

    /**
     * It is not of its language.
     *
     * @param why holds nothing of the text but single characters
     */
    record Broken(int line, int column, String why) implements Reading {}

    /** There is more of it than is looked at. */
    record TooMuch(int line, int column, String why) implements Reading {}
}
