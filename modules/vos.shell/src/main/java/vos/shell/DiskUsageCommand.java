package vos.shell;

import java.util.function.ObjLongConsumer;

/** {@code du}: sums of the files' lengths, as {@code du -b} gives them; a directory itself counts nothing. */
final class DiskUsageCommand implements Command {

    private static final Flag SUMMARY = new Flag('s', "only the sum of each operand");
    private static final Flag HUMAN = new Flag('h', "sizes as 1.5K, 12M");
    private static final Usage USAGE =
            new Usage("du", "[PATH...]", "adds up the bytes in directories", SUMMARY, HUMAN);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) {
        ObjLongConsumer<String> row = (path, bytes) ->
                call.out().line(Phrases.size(bytes, call.has(HUMAN)) + "\t" + path);
        ObjLongConsumer<String> below = call.has(SUMMARY) ? (path, bytes) -> { } : row;
        for (String path : call.operandsOr(".")) {
            call.attempt("cannot access " + Phrases.quoted(path), () -> {
                if (!call.isDirectory(path)) {
                    row.accept(path, call.workspace().size(path));
                    return;
                }
                long all = TreeSize.of(path, call, below);
                if (call.has(SUMMARY)) {
                    row.accept(path, all);
                }
            });
        }
    }
}
