package vos.shell;

import vos.fs.StoredFile;

/** {@code cat}. */
final class ConcatenateCommand implements Command {

    private static final Usage USAGE = new Usage("cat", "PATH...", "prints files, one after the other");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        for (String path : call.requiredOperands()) {
            call.attempt(Phrases.bare(path), () -> {
                try (StoredFile file = call.workspace().open(path)) {
                    Content.copy(file, call.out()::write, call.out());
                }
            });
        }
    }
}
