package vos.lab.filesharing;

import java.io.IOException;
import java.net.Socket;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.Text;
import vos.testing.HostileNamesContract;

/** The name stands for each {@code @}. An upload without a content is one all the same. */
class FileSharingHostileNamesTest extends HostileNamesContract {
    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s");

    @Override
    protected Dialect dialect() {
        return new FileSharingDialect();
    }

    @Override
    protected Stream<String> commands() {
        return Stream.of("DOWNLOAD @", "UPLOAD @", "VOS/1 DOWNLOAD @\n", "VOS/1 UPLOAD 3 @\nnew");
    }

    /** A published request ends its name at white space. */
    @Override
    protected boolean carries(String command, byte[] name) {
        boolean published = !command.startsWith("VOS/1");
        boolean whole = Text.decode(name).filter(text -> WHITE_SPACE.matcher(text).find()).isEmpty();
        return super.carries(command, name) && (whole || !published);
    }

    @Override
    protected void say(Socket server, String command, byte[] name) throws IOException {
        server.getOutputStream().write(Bytes.of(command.replace("@", Bytes.text(name))));
    }
}
