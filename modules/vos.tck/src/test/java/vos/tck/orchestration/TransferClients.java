package vos.tck.orchestration;

import static vos.tck.ZooClient.broken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.BrokenClient;

/** Clients that send or fetch files otherwise than a server in the published form needs. */
final class TransferClients {

    static final List<BrokenClient> ALL = List.of(
            broken("chunks are sent without waiting",
                "A chunk is sent when the one before it has been acknowledged.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void sendChunk(byte[] chunk) throws IOException {
                        wire().send(chunk);
                    }
                }),
            broken("chunks are smaller than they may be",
                "A chunk has 1,024 bytes, and only the last one is shorter.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void sendChunk(byte[] chunk) throws IOException {
                        int half = (chunk.length + 1) / 2;
                        super.sendChunk(Arrays.copyOf(chunk, half));
                        if (half < chunk.length) {
                            super.sendChunk(Arrays.copyOfRange(chunk, half, chunk.length));
                        }
                    }
                }),
            broken("a chunk may be END_OF_FILE",
                "The server takes a segment that is END_OF_FILE or UPLOAD_ERROR for the word.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void sendChunk(byte[] chunk) throws IOException {
                        wire().send(chunk);
                        await(ACKNOWLEDGED);
                    }
                }),
            broken("no pause before the first chunk",
                "A published server that cannot open the file says so there, and takes a chunk for a command.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean refused() {
                        return false;
                    }
                }),
            broken("no pause before END_OF_FILE",
                "When a chunk was cut in two, another acknowledgement comes, and END_OF_FILE may be joined to the"
                + " second half.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void endFile() throws IOException {
                        say("END_OF_FILE");
                    }
                }),
            broken("one pause, whatever comes in it",
                "Each acknowledgement in the pause may be followed by another: the pause begins anew.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void endFile() throws IOException {
                        if (!wire().quietFor(PAUSE)) {
                            await(ACKNOWLEDGED);
                        }
                        say("END_OF_FILE");
                    }
                }),
            broken("no pause between download and the name",
                "What one read gives is a command. Without a pause it is one that nobody knows.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void pause() {
                    }
                }),
            broken("END_OF_FILE ends a file wherever it stands",
                "Only END_OF_FILE and the prompt behind it end a file.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    byte[] content() throws IOException {
                        byte[] content = wire().until("END_OF_FILE".getBytes(StandardCharsets.US_ASCII));
                        wire().forget();
                        return content;
                    }
                }),
            broken("nothing is looked for behind the end",
                "A file may hold END_OF_FILE and the prompt. What comes behind shows that it did.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    byte[] content() throws IOException {
                        return wire().until(("END_OF_FILE" + PROMPT).getBytes(StandardCharsets.US_ASCII));
                    }
                }),
            broken("an error behind FILE_FOUND is taken for a file",
                "A server that cannot read what it has found says ERROR and its prompt, and nothing else.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean unreadable() {
                        return false;
                    }

                    @Override
                    byte[] content() throws IOException {
                        try {
                            return super.content();
                        } catch (IOException e) {
                            session().print(e.toString());
                            return UNREADABLE.getBytes(StandardCharsets.US_ASCII);
                        }
                    }
                }),
            broken("a file that begins with ERROR is taken for an error",
                "When more comes than ERROR and the prompt, it is a file.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean unreadable() throws IOException {
                        byte[] begun = wire().take(1);
                        wire().putBack(begun);
                        return begun[0] == 'E';
                    }
                }),
            broken("the local file is made before the server has found its own",
                "Whoever fails then has lost the old file, and leaves an empty one.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    protected void begin(Path file) throws IOException {
                        Files.write(file, new byte[0]);
                    }
                }),
            broken("the remote path is taken for the local one",
                "The local name is the last part of the path.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    protected String localName(String name) {
                        return name;
                    }
                }));

    private TransferClients() {
    }
}
