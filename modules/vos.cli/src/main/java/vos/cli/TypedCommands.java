package vos.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.ArgumentCompleter;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;

/** Commands that somebody types at a prompt, with history and completion. Ctrl-C forgets the line, Ctrl-D ends. */
final class TypedCommands implements CommandSource {
    private final Terminal terminal;
    private final LineReader reader;
    private final String prompt;

    TypedCommands(Vocabulary vocabulary) throws IOException {
        this(TerminalBuilder.builder().system(true).build(), vocabulary);
    }

    /** Takes over the terminal. */
    TypedCommands(Terminal terminal, Vocabulary vocabulary) {
        this.terminal = terminal;
        prompt = vocabulary.prompt();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new DefaultParser().escapeChars(null).eofOnUnclosedQuote(false))
                .completer(words(vocabulary))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    /** Commands are known here; names are not. */
    private static Completer words(Vocabulary vocabulary) {
        var words = Stream.concat(vocabulary.verbs().stream().map(Verb::word), Stream.of("help")).toList();
        return new ArgumentCompleter(new StringsCompleter(words), NullCompleter.INSTANCE);
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (UserInterruptException e) {
                // The line is forgotten, and the next one read.
                terminal.flush();
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
