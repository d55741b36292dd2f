package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How two strict ends find each other, and how a published one is told from them. */
class HelloTest {

    @Test
    void helloIsACommandThatTheOtherEndUnderstands() {
        assertEquals("hello vos/1", Hello.command());
        assertEquals(Optional.of(new Request.Hello("vos/1")), Hello.parse(Hello.command()));
    }

    @Test
    void aLaterVersionIsAHelloToo() {
        assertEquals(Optional.of(new Request.Hello("vos/2 more")), Hello.parse("hello vos/2 more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "hello ", "hello world", "HELLO vos/1", " hello vos/1",
        "hello  vos/1", "hellovos/1"})
    void whatOnlySoundsLikeHelloIsAnOrdinaryCommand(String command) {
        assertEquals(Optional.empty(), Hello.parse(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vos/1", "vos/1 sizes", "vos/1 "})
    void aStrictServerAnswersItsVersion(String answer) {
        assertTrue(Hello.isWelcome(answer));
    }

    /** The first four are what the published servers answer. */
    @ParameterizedTest
    @ValueSource(strings = {"Unknown command.\n", "", "Invalid command.", "sh: 1: hello: not found", "vos/10", "vos/2",
        "VOS/1", " vos/1", "hello vos/1"})
    void everyOtherAnswerIsThatOfAPublishedServer(String answer) {
        assertFalse(Hello.isWelcome(answer));
    }

    /** {@code [COM-3.2]}: what a client does on its own machine is no command of the server's. */
    @Test
    void theWelcomeTellsTheVersionAndWhatTheServerOffers() {
        var offered = new Vocabulary("> ", List.of(
                new Vocabulary.Verb("ls", Operation.LIST, "", "list"),
                new Vocabulary.Verb("lls", Operation.LOCAL_DIRECTORY, "", "list what is here"),
                new Vocabulary.Verb("q", Operation.QUIT, "", "leave")));

        assertEquals("vos/1 ls q", Hello.welcome("vos/1", offered));
        assertTrue(Hello.isWelcome(Hello.welcome(Hello.VERSION, offered)));
        assertTrue(Hello.isWelcome(Hello.welcome(Hello.VERSION, new Vocabulary("> ", List.of()))));
    }
}
