package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** How the kit's text is fitted into a window. */
class TerminalTest {

    private static final Terminal NARROW = new Terminal(true, Ansi.OFF, 20);

    @Test
    void aTextIsBrokenAtBlanksAndIndented() {
        assertEquals(List.of("send  twelve bytes", "      and a token"),
                NARROW.wrapped("send  ", "twelve bytes and a token"));
    }

    @Test
    void aWordThatIsLongerThanALineIsBrokenAnywhere() {
        assertEquals(List.of("send  \\xff\\xfe\\x00\\x", "      01\\x02 end"),
                NARROW.wrapped("send  ", "\\xff\\xfe\\x00\\x01\\x02 end"));
    }

    @Test
    void whatDoesNotFitIsCut() {
        assertEquals("A requi...", NARROW.cut("A requirement's sentence", 9));
    }
}
