package vos.tck;

import java.util.List;

/**
 * What somebody who wrote a server may have believed, and how that shows.
 *
 * @param name in a few words: {@code token split across reads is missed}
 * @param explanation what was believed, and what is true, in a sentence or two
 * @param fails the tests that such a server fails, as {@code MiniFtpMessages.commandsAreUnderstoodHoweverTheyAreCut}
 */
public record Misconception(String name, String explanation, List<String> fails) {
}
