package vos.shell;

import java.io.IOException;
import java.util.List;
import vos.fuzz.Check;
import vos.fuzz.Input;
import vos.fuzz.Target;

/**
 * {@link Tokenizer}: any line is refused, in one line, or comes apart into words. A word that is quoted says the same
 * again, and is never wild. A word is wild when its pattern is; if not, its pattern is its text with escapes, and
 * matches that text.
 */
public final class TokenizerTarget implements Target {

    @Override
    public void run(byte[] input) throws IOException {
        String line = new Input(input).line();
        try {
            for (Word word : Tokenizer.words(line)) {
                check(word);
            }
        } catch (Refusal e) {
            Check.oneLine(e.getMessage(), "a refusal");
        }
    }

    private static void check(Word word) throws Refusal {
        String quoted = "'" + word.text().replace("'", "'\\''") + "'";
        List<Word> again = Tokenizer.words("echo " + quoted);
        Check.same(2, again.size(), "the number of words in " + quoted);
        Check.same(word.text(), again.getLast().text(), "a word that was quoted");
        Check.that(!again.getLast().wild(), "%s is wild", quoted);
        Check.same(word.wild(), Glob.isWild(word.pattern()), "whether there is anything to match");
        if (!word.wild()) {
            Check.same(word.text(), Glob.unescaped(word.pattern()), "the pattern " + word.pattern());
            Check.that(new Glob(word.pattern()).matches(word.text()), "%s does not match itself", word.pattern());
        }
    }
}
