package vos.lab.cloudfs;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.testing.HostileNamesContract;

/**
 * Names that lead where nobody may go, in uploads and downloads of both forms, and in every command of the shell that
 * takes one.
 */
class CloudFsHostileNamesTest extends HostileNamesContract {
    @Override
    protected Dialect dialect() {
        return new CloudFsDialect();
    }

    @Override
    protected Stream<String> commands() {
        Stream<String> lines = Stream.of("ls %", "cd %", "tree %", "find %", "stat %", "cat %", "head %", "tail %",
                "wc %", "touch %", "cp % x", "cp keep %", "cp -r % x", "mv % x", "mv keep %", "rm %", "rm -r %",
                "mkdir %", "rmdir %", "du %").map(line -> line.replace("%", "'%'"));
        return Stream.concat(Stream.of("UPLOAD %", "DOWNLOAD %", "strictly UPLOAD %", "strictly DOWNLOAD %",
                "strictly cat '%'"), lines);
    }

    /** A frame carries any name; only a quote would end one in the shell. */
    @Override
    protected boolean carries(String command, byte[] name) {
        return true;
    }

    @Override
    protected void say(Socket server, String command, byte[] name) throws IOException {
        boolean strict = command.startsWith("strictly ");
        String message = command.replaceFirst("strictly ", "").replace("%", Bytes.text(name));
        boolean isLine = command.contains("'%'");
        var said = new StringBuilder(strict ? Frames.HELLO : "");
        said.append(Frames.frame(strict && isLine ? "RUN " + message : message));
        if (message.startsWith("UPLOAD ")) {
            said.append(strict ? Frames.frame("content") : "content" + Frames.SENTINEL);
        }
        server.getOutputStream().write(Bytes.of(said.toString()));
    }
}
