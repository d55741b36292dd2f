package vos.shell;

import java.util.List;

/** {@code echo}: no escapes, and whatever is not {@code -n} at the beginning is a word. */
final class EchoCommand implements Command {

    private static final Flag BARE = new Flag('n', "no newline at the end");
    private static final Usage USAGE = new Usage("echo", "[WORD...]", "prints words", BARE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Arguments arguments(List<String> words) {
        return Arguments.unparsed(words);
    }

    @Override
    public void run(Invocation call) {
        List<String> words = call.operands();
        int options = 0;
        while (options < words.size() && words.get(options).equals("-n")) {
            options++;
        }
        String text = String.join(" ", words.subList(options, words.size()));
        call.out().print(options == 0 ? text + "\n" : text);
    }
}
