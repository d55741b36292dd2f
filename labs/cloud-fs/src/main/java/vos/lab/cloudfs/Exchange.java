package vos.lab.cloudfs;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.Reply;

/** What a client can ask of a server, in the form that both have agreed on. A reply is received to its end. */
sealed interface Exchange permits StrictExchange, PublishedExchange {

    /** Whether the server would take a name or a line for something else; nothing is sent then. */
    Optional<Reply.Failed> refusal(String argument);

    Reply upload(String name, Body content) throws IOException;

    /** The content of a download is received by its reader. */
    Reply download(String name) throws IOException;

    /** Puts what the command prints into {@code output}, as it comes. */
    Reply run(String line, WritableByteChannel output) throws IOException;

    Reply quit() throws IOException;

    /** Says what has to be said before the connection is closed, if anything; may come from any thread. */
    void leave() throws IOException;

    /** A failure that has a better explanation than it comes with. */
    IOException explained(IOException failure);
}
