package vos.shell;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One pattern against one name; {@link ExpansionTest} has patterns against trees. */
final class GlobTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', value = {
        "*, %%", "*, abc", "a*, a", "a*, abc", "*c, abc", "*b*, abc", "a*c, abc", "a*c, ac", "a**c, abbc",
        "*.txt, a.txt", "*.txt, .txt", "a*b*c, aXbYbZc", "?, a", "a?c, abc", "???, abc", "?, \u00e9",
        "?, \ud83d\udcc4", "*?, a", "?*, abc", "[abc], b", "[a-c], b", "[a-c], a", "[a-c], c", "[a-cx-z], y",
        "[!a-c], d", "[^a-c], d", "[]], ]", "[]a], a", "[!]], a", "[a-], -", "[-a], -", "[--a], .", "[a!], !",
        "[\\]], ]", "[\\-x], -", "[a\\-z], -", "[*], *", "[?], ?", "[[], [", "x[0-9]*, x7yz", "[a, [a", "a[, a[",
        "[!, [!", "[], []", "[\u00e0-\u00ff], \u00e9", "\\*, *", "a\\?b, a?b", "\\[a], [a]", "\\\\, \\", "a\\, a\\",
        "*[!a], ab", "[!a]*, ba", "*[[], x[", "[a-b-c], -"})
    void matches(String pattern, String name) {
        assertTrue(new Glob(pattern).matches(name), () -> pattern + " and " + name);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', value = {
        "a*, ba", "*c, cb", "a*c, ab", "?, %%", "?, ab", "a?c, ac", "[abc], d", "[a-c], d", "[a-c], B", "[!a-c], b",
        "[^a-c], b", "[!a], %%", "[c-a], b", "[]], a", "[!]], ]", "[a\\-z], m", "\\*, a", "a, b", "a, ab", "ab, a",
        "a*b*c, aXcYb", "[a, a", "abc, ABC", "*.txt, a.txt~", "*[!a], a", "?, %\ud83d\udcc4x%"})
    void doesNotMatch(String pattern, String name) {
        assertFalse(new Glob(pattern).matches(name), () -> pattern + " and " + name);
    }

    @ParameterizedTest
    @CsvSource({"*, .a, false", "?a, .a, false", "[.]a, .a, false", "[!b]a, .a, false", ".*, .a, true", ".a, .a, true",
        "*, a.b, true", "a*, a.b, true", ".?, .a, true"})
    void aLeadingDotIsOnlyMatchedByADot(String pattern, String name, boolean expected) {
        assertEquals(expected, new Glob(pattern).matchesVisibly(name));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', value = {"a, false", "a*, true", "?, true", "[, true", "\\*, false",
        "\\\\*, true", "a\\, false", "\\[\\?, false", "], false"})
    void isWildWhenAWildcardIsNotEscaped(String pattern, boolean expected) {
        assertEquals(expected, Glob.isWild(pattern));
    }

    @Test
    void whatTakesARegularExpressionYearsTakesNoTime() {
        String name = "a".repeat(255);
        Glob runs = new Glob("*a".repeat(100) + "*b");
        Glob brackets = new Glob("[".repeat(200_000));
        assertTimeoutPreemptively(ofSeconds(5), () -> {
            assertFalse(runs.matches(name));
            assertFalse(brackets.matches(name));
        });
        assertTimeoutPreemptively(ofSeconds(5), () -> new Glob("[a".repeat(200_000)));
    }

    @Test
    void agreesWithAMatcherThatTriesEverything() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            String pattern = text(random, "ab*?");
            String name = text(random, "ab");
            assertEquals(tryEverything(pattern, name), new Glob(pattern).matches(name), () -> pattern + " and " + name);
        }
    }

    private static String text(Random random, String alphabet) {
        return random.ints(random.nextInt(8), 0, alphabet.length())
                .mapToObj(c -> alphabet.substring(c, c + 1)).collect(Collectors.joining());
    }

    private static boolean tryEverything(String pattern, String name) {
        if (pattern.isEmpty()) {
            return name.isEmpty();
        }
        String rest = pattern.substring(1);
        return switch (pattern.charAt(0)) {
            case '*' -> tryEverything(rest, name) || !name.isEmpty() && tryEverything(pattern, name.substring(1));
            case '?' -> !name.isEmpty() && tryEverything(rest, name.substring(1));
            default -> !name.isEmpty() && name.charAt(0) == pattern.charAt(0)
                    && tryEverything(rest, name.substring(1));
        };
    }
}
