package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeywordIndexTest {
    private static TreeSet<String> hits(List<String> keywords, String text) {
        TreeSet<String> hits = new TreeSet<>();
        new KeywordIndex(keywords).scan(text, (keyword, start) -> hits.add(keyword + "@" + start));
        return hits;
    }

    private static TreeSet<String> byHand(List<String> keywords, String text) {
        TreeSet<String> hits = new TreeSet<>();
        for (int i = 0; i < keywords.size(); i++) {
            String keyword = keywords.get(i).toLowerCase(Locale.ROOT);
            String lower = text.toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf(keyword); at >= 0; at = lower.indexOf(keyword, at + 1)) {
                hits.add(i + "@" + at);
            }
        }
        return hits;
    }

    @Test
    void itFindsWhatASimpleSearchFinds() {
        Random random = new Random(33);
        for (int round = 0; round < 2_000; round++) {
            List<String> keywords = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                keywords.add(word(random, 1 + random.nextInt(5)));
            }
            String text = word(random, random.nextInt(60));
            assertThat(hits(keywords, text))
                    .as("round %s: %s in %s", round, keywords, text)
                    .isEqualTo(byHand(keywords, text));
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abABé-".charAt(random.nextInt(6)));
        }
        return word.toString();
    }

    @Test
    void itStopsWhenTold() {
        List<Integer> starts = new ArrayList<>();
        new KeywordIndex(List.of("a")).scan("aaaa", (keyword, start) -> {
            starts.add(start);
            return starts.size() < 2;
        });

        assertThat(starts).containsExactly(0, 1);
    }

    @Test
    void noKeywordFindsNothingAndAnEmptyOneIsRefused() {
        assertThat(hits(List.of(), "abc")).isEmpty();
        assertThatThrownBy(() -> new KeywordIndex(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }
}
