package vos.lab.minftp;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.testing.HostileNamesContract;

/** The name stands for each {@code @}, the connection's token for each {@code <T>}. */
class MiniFtpHostileNamesTest extends HostileNamesContract {

    @Override
    protected Dialect dialect() {
        return new MiniFtpDialect();
    }

    @Override
    protected Stream<String> commands() {
        return Stream.of("", "hello vos/1<T>").flatMap(form -> Stream.of(
                "cd @<T>", "mkdir @<T>", "rm @<T>", "dl @<T>", "info @<T>",
                form.isEmpty() ? "ul @<T>new<T>" : "ul @\n3<T>new<T>",
                form.isEmpty() ? "mv @ new<T>" : "mv @\nnew<T>",
                form.isEmpty() ? "mv keep @<T>" : "mv keep\n@<T>").map(command -> form + command));
    }

    @Override
    protected void say(Socket server, String command, byte[] name) throws IOException {
        String token = Bytes.text(server.getInputStream().readNBytes(10));
        server.getOutputStream().write(Bytes.of(command.replace("<T>", token).replace("@", Bytes.text(name))));
    }
}
