package vos.fuzz;

import java.nio.file.Path;
import vos.client.Client;
import vos.client.LocalFileException;
import vos.protocol.Text;

/**
 * The local name for a file that a server, or its user, has named: any text is refused, or gives one name in the
 * current directory, and the last part of the remote one. What is said of a refusal is one line.
 */
final class LocalNameTarget implements Target {
    private static final Path HERE = Path.of("/here");

    @Override
    public void run(byte[] input) {
        Text.decode(input).ifPresent(LocalNameTarget::check);
    }

    private static void check(String remote) {
        try {
            Path local = Client.localName(remote);
            Check.same(HERE, HERE.resolve(local).normalize().getParent(), "where the file goes");
            Check.same(1, local.getNameCount(), "the number of names");
            Check.that(remote.equals(local.toString()) || remote.endsWith("/" + local), "%s became %s", remote, local);
        } catch (LocalFileException e) {
            Check.oneLine(e.getMessage(), "a refusal");
        }
    }
}
