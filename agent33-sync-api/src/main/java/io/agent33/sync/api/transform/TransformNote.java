package io.agent33.sync.api.transform;

/**
 * Something that a person should know of what a transform did, or could not do, in a file. It does not stop the file.
 *
 * @param code a stable kebab-case name of the kind of note
 * @param line of the document when the note is made, from 1; 0 if the whole file is meant. Later edits move it along, so that in
 *     the end it is one of the rendered file
 * @param message one line
 * @param remedy what to do about it; may be empty
 */
public record TransformNote(String code, int line, String message, String remedy) {
    public TransformNote {
        if (line < 0) {
            throw new IllegalArgumentException("a line is counted from 1: " + line);
        }
    }
}
