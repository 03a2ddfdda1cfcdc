package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.agent33.sync.core.text.OneLine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a text that is no JSON, in words that repeat none of its words: they may be secrets. */
final class JsonProblem {
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)' \\(code \\d+");

    private JsonProblem() {}

    static String of(JsonProcessingException problem) {
        if (problem instanceof JsonEOFException) {
            return "the end of the text too early";
        }
        String message = String.valueOf(problem.getOriginalMessage());
        if (message.startsWith("Unrecognized token")) {
            return "a word without quotes";
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.lookingAt()) {
            boolean comment =
                    character.group(1).equals("/") || character.group(1).equals("#");
            return comment ? "a comment, which JSON does not have" : "the character " + shown(character.group(1));
        }
        return message.contains("CTRL-CHAR") ? "a control character in a text" : "something else";
    }

    private static String shown(String character) {
        int point = character.codePointAt(0);
        return OneLine.unsafe(point) ? String.format(Locale.ROOT, "U+%04X", point) : "'" + character + "'";
    }
}
