package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines taken apart; in these tables a word's end is shown as {@code |}. */
final class TokenizerTest {

    private static final String ALPHABET = "ab ~/\t\n'\"\\$`|&;<>()#=*?[]!-^{}\u00e9\ud83d";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', ignoreLeadingAndTrailingWhitespace = false, value = {
        "ls,ls", "ls -l a,ls|-l|a", "##,##", "#  #,##", "#  ls   a  #,ls|a", "a\tb,a|b", "-- -,--|-",
        "a=b c=d,refused", "x a=b,x|a=b", "=x,=x", "1a=b,1a=b", "'a'=b,a=b", "a-b=c,a-b=c", "a#b,a#b",
        "{a},{a}", "!,!", "a%b@c:d^e,a%b@c:d^e", "caf\u00e9 \ud83d\udcc4,caf\u00e9|\ud83d\udcc4"})
    void blanksSeparateWords(String line, String words) {
        assertWords(words, line);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', ignoreLeadingAndTrailingWhitespace = false, value = {
        "'a b',a b", "'a''b',ab", "'a'b'c',abc", "a '' b,a||b", "'a\\b',a\\b", "'\\',\\", "'\"',\"",
        "'$x `y` ;|&<>()',$x `y` ;|&<>()", "'~',~", "'\t',\t"})
    void betweenSingleQuotesAllIsItself(String line, String words) {
        assertWords(words, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "\"\"", "''\"\"''", " '' "})
    void quotesAroundNothingAreAWord(String line) throws Refusal {
        assertEquals(List.of(""), texts(line));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', ignoreLeadingAndTrailingWhitespace = false, value = {
        "\"a b\",a b", "\"it's\",it's", "\"a\"\"b\",ab", "a\"b\"'c'd,abcd", "\"a\\b\",a\\b", "\"a\\\\b\",a\\b",
        "\"a\\\"b\",a\"b", "\"\\$x\",$x", "\"\\`x\\`\",`x`", "\"\\'\",\\'", "\"\\\\\",\\", "\"a\\ b\",a\\ b",
        "\"| & ; < > ( ) # ~\",| & ; < > ( ) # ~", "\"&&\",&&"})
    void betweenDoubleQuotesABackslashEscapesFour(String line, String words) {
        assertWords(words, line);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', ignoreLeadingAndTrailingWhitespace = false, value = {
        "a\\ b,a b", "\\a,a", "a\\\\b,a\\b", "\\',%'%", "\\\",\"", "\\$x,$x", "\\|,|", "\\&\\&,&&", "\\;,;", "\\>,>",
        "\\#a,#a", "\\~,~", "\\`,`", "dir\\file,dirfile", "'C:\\dir\\file',C:\\dir\\file",
        "\"C:\\dir\\file\",C:\\dir\\file", "\\\\host\\share,\\hostshare", "a\\=b,a=b"})
    void elsewhereABackslashEscapesWhateverFollows(String line, String words) {
        assertWords(words, line);
    }

    @ParameterizedTest
    @CsvSource({"~, /", "~/a, /a", "~/, /", "a~, a~", "a ~ b, a|/|b", "~a, ~a", "~~, ~~", "a/~, a/~", "~', refused"})
    void aTildeThatBeginsAWordIsTheRoot(String line, String words) {
        assertWords(words, line);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', value = {
        "a|b, pipes are not supported: '|'",
        "a | b, pipes are not supported: '|'",
        "a || b, lists of commands are not supported: '||'",
        "a && b, lists of commands are not supported: '&&'",
        "a;b, lists of commands are not supported: ';'",
        "a;, lists of commands are not supported: ';'",
        "a &, background jobs are not supported: '&'",
        "a > b, redirections are not supported: '>'",
        "a>>b, redirections are not supported: '>'",
        "a 2>&1, redirections are not supported: '>'",
        "a < b, redirections are not supported: '<'",
        "a << b, here-documents are not supported: '<<'",
        "a <<< b, here-documents are not supported: '<<'",
        "(a), subshells are not supported: '('",
        "a), subshells are not supported: ')'",
        "a() {}, subshells are not supported: '('",
        "$(a), command substitutions are not supported: '$('",
        "x $((1+1)), command substitutions are not supported: '$('",
        "x \"$(a)\", command substitutions are not supported: '$('",
        "`a`, command substitutions are not supported: '`'",
        "x \"`a`\", command substitutions are not supported: '`'",
        "echo $HOME, variables and expansions are not supported: '$'",
        "echo ${x}, variables and expansions are not supported: '$'",
        "echo \"a $x\", variables and expansions are not supported: '$'",
        "echo $, variables and expansions are not supported: '$'",
        "echo $'a', variables and expansions are not supported: '$'",
        "~|x, pipes are not supported: '|'",
        "a=b, variables are not supported: nothing can be assigned",
        "A_1=, variables are not supported: nothing can be assigned",
        "PATH=/bin ls, variables are not supported: nothing can be assigned",
        "a+=b, variables are not supported: nothing can be assigned",
        "# ls, comments are not supported: quote a '#' that begins a name",
        "ls #a, comments are not supported: quote a '#' that begins a name",
        "'a, unterminated quoted string: a ' is missing",
        "a'b'', unterminated quoted string: a ' is missing",
        "\"a, unterminated quoted string: a \" is missing",
        "\"a\\\", unterminated quoted string: a \" is missing",
        "\"a\\, unterminated quoted string: a \" is missing",
        "a\\, nothing follows the backslash at the end of the line"})
    void whatIsMoreThanWordsIsRefusedByItsName(String line, String sentence) {
        Refusal refusal = assertThrows(Refusal.class, () -> Tokenizer.words(line));
        assertEquals("sh: " + sentence, refusal.getMessage());
        assertEquals(Shell.MISUSED, refusal.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls\nrm", "ls\n", "\n", "'a\nb'", "\"a\nb\"", "a\\\nb", "ls\rrm"})
    void aNewlineIsRefusedWhereverItStands(String line) {
        Refusal refusal = assertThrows(Refusal.class, () -> Tokenizer.words(line));
        assertEquals("sh: newlines are not supported: one line, one command", refusal.getMessage());
    }

    @Test
    void onlyAWildcardOutsideQuotesIsWild() throws Refusal {
        assertEquals(new Word("a*", "a*", true), Tokenizer.words("a*").getFirst());
        assertEquals(new Word("a*", "a\\*", false), Tokenizer.words("'a*'").getFirst());
        assertEquals(new Word("a*", "a\\*", false), Tokenizer.words("a\\*").getFirst());
        assertEquals(new Word("*?", "\\*?", true), Tokenizer.words("\"*\"?").getFirst());
        assertEquals(new Word("[a-z]", "[a\\-z]", true), Tokenizer.words("[a'-'z]").getFirst());
        assertEquals(new Word("a\\", "a\\\\", false), Tokenizer.words("'a\\'").getFirst());
        assertEquals(new Word("/*", "/*", true), Tokenizer.words("~/*").getFirst());
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyLineIsWordsOrARefusal(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            String line = text(random);
            try {
                assertTrue(Tokenizer.words(line).size() <= line.length(), line);
            } catch (Refusal refusal) {
                assertTrue(refusal.getMessage().startsWith("sh: "), line);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsQuotedComesBackAsItWas(long seed) throws Refusal {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String text = text(random).replace("\n", "");
            String single = "'" + text.replace("'", "'\\''") + "'";
            String twice = "\"" + text.replaceAll("[$`\"\\\\]", "\\\\$0") + "\"";
            String escaped = text.replaceAll("(?s).", "\\\\$0");
            assertEquals(List.of(text, text), texts(single + " " + twice));
            assertEquals(text.isEmpty() ? List.of() : List.of(text), texts(escaped));
        }
    }

    private static void assertWords(String expected, String line) {
        String found;
        try {
            found = String.join("|", texts(line));
        } catch (Refusal refusal) {
            found = "refused";
        }
        assertEquals(expected, found, line);
    }

    private static List<String> texts(String line) throws Refusal {
        return Tokenizer.words(line).stream().map(Word::text).toList();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, ALPHABET.length())
                .mapToObj(c -> ALPHABET.substring(c, c + 1)).collect(Collectors.joining());
    }
}
