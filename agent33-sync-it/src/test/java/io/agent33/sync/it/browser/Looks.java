package io.agent33.sync.it.browser;

import java.util.List;

/** How a page looks, in figures: found out by scripts, which the page itself would not let run. */
final class Looks {
    private static final String BEYOND = """
            const screen = document.documentElement.clientWidth;
            return [...document.querySelectorAll('main *')]
                .filter(one => !one.closest('thead'))
                .filter(one => one.getClientRects().length > 0)
                .map(one => [one.tagName, one.className, one.getBoundingClientRect()])
                .filter(([tag, css, box]) => box.left < 0 || box.right > screen + 0.5)
                .map(([tag, css, box]) => tag + '.' + css + ' ' + box.left + ' to ' + box.right);""";

    private static final String CONTRASTS = """
            const luminance = rgb => {
                const [r, g, b] = rgb.map(value => value / 255)
                    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
            const ground = one => {
                for (let at = one; at; at = at.parentElement) {
                    const colour = numbers(getComputedStyle(at).backgroundColor);
                    if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
                }
                return [255, 255, 255];
            };
            const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
            const found = [];
            while (texts.nextNode()) {
                const one = texts.currentNode.parentElement;
                if (texts.currentNode.textContent.trim()) {
                    const [more, less] = [numbers(getComputedStyle(one).color).slice(0, 3), ground(one)]
                        .map(luminance).sort((a, b) => b - a);
                    found.push((more + 0.05) / (less + 0.05));
                }
            }
            return found;""";

    private Looks() {}

    /** What reaches over the edge of the screen. */
    static List<?> beyondTheScreen(Browser browser) {
        return browser.listed(BEYOND);
    }

    /** Of the page as it can be scrolled to, in CSS pixels. */
    static int width(Browser browser) {
        return ((Number) browser.asked("return document.documentElement.scrollWidth")).intValue();
    }

    /** Of every text that shows, against the ground it is on, as WCAG 2 reckons it: 1 to 21. */
    static List<Double> contrasts(Browser browser) {
        return browser.listed(CONTRASTS).stream()
                .map(contrast -> ((Number) contrast).doubleValue())
                .toList();
    }
}
