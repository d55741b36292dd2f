package vos.lab.virtuos;

import java.io.IOException;
import java.net.Socket;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.Text;
import vos.testing.HostileNamesContract;

/** The name stands for each {@code @}. */
class VirtuosHostileNamesTest extends HostileNamesContract {
    private static final String WELCOME = "Welcome to the server!\n";
    private static final String HELLO = "hello vos/1\n";
    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s");
    /** A published {@code mkdir} makes what is missing above, and {@code /} is the root: these are no errors. */
    private static final Pattern MADE_WHOLE = Pattern.compile("(missing|d/missing|d/d/|~|/[^./]).*");

    @Override
    protected Dialect dialect() {
        return new VirtuosDialect();
    }

    @Override
    protected Stream<String> commands() {
        return Stream.concat(
                Stream.of("cd @", "mkdir @", "rm @", "touch @", "download @", "upload @"),
                Stream.of("ls @\n", "cd @\n", "mkdir @\n", "rm @\n", "touch @\n", "download @\n", "upload 3 @\nnew")
                        .map(HELLO::concat));
    }

    /** A published command ends its name at white space. */
    @Override
    protected boolean carries(String command, byte[] name) {
        String text = Bytes.text(name);
        boolean whole = Text.decode(name).filter(decoded -> WHITE_SPACE.matcher(decoded).find()).isEmpty();
        boolean madeWhole = command.equals("mkdir @") && !text.contains("..") && MADE_WHOLE.matcher(text).matches();
        return super.carries(command, name) && (command.startsWith(HELLO) || whole && !madeWhole);
    }

    @Override
    protected void say(Socket server, String command, byte[] name) throws IOException {
        server.getInputStream().readNBytes(WELCOME.length());
        String said = command.replace("@", Bytes.text(name));
        // Such a name is known to have come together with its file, which is waited for to its end [VIRT-2.5].
        boolean withItsFile = command.equals("upload @") && new Segment(Bytes.of(said)).isUploadWithItsFile();
        server.getOutputStream().write(Bytes.of(withItsFile ? said + VirtuosDialect.SENTINEL : said));
    }
}
