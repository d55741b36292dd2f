package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationWords.ASK_FILE;
import static vos.tck.orchestration.OrchestrationWords.CHUNK_RECEIVED;
import static vos.tck.orchestration.OrchestrationWords.END_OF_FILE;
import static vos.tck.orchestration.OrchestrationWords.NOT_STORED;
import static vos.tck.orchestration.OrchestrationWords.STORED;
import static vos.tck.orchestration.OrchestrationWords.UPLOAD_ERROR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that get uploads of the published form wrong. */
final class UploadMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("white space is taken from chunks",
                "A chunk is a piece of a file, of which every byte counts.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    byte[] chunk(OrchestrationZooWire wire) throws IOException {
                        String chunk = OrchestrationZooWire.latin(super.chunk(wire));
                        return chunk.isBlank() ? chunk.getBytes(StandardCharsets.ISO_8859_1)
                                : chunk.strip().getBytes(StandardCharsets.ISO_8859_1);
                    }
                }),
            new Mutant("a file is text",
                "A file holds any bytes; decoded and encoded again, some of them are others.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    byte[] chunk(OrchestrationZooWire wire) throws IOException {
                        String text = new String(super.chunk(wire), StandardCharsets.UTF_8);
                        return text.getBytes(StandardCharsets.UTF_8);
                    }
                }),
            new Mutant("the end is found at the end of a chunk",
                "Only a segment that is END_OF_FILE and nothing else ends the file.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean is(String word, byte[] chunk) {
                        return OrchestrationZooWire.latin(chunk).endsWith(word);
                    }
                }),
            new Mutant("the end is missed when it is cut",
                "The network may cut END_OF_FILE. What is only the beginning of it is waited for.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    byte[] chunk(OrchestrationZooWire wire) throws IOException {
                        return wire.segment(come -> false);
                    }
                }),
            new Mutant("the beginning of the end is kept back",
                "What is not all of END_OF_FILE within a pause is a chunk, and is acknowledged.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    byte[] chunk(OrchestrationZooWire wire) throws IOException {
                        while (wire.unread().length == 0
                                || isCut(END_OF_FILE, OrchestrationZooWire.latin(wire.unread()))) {
                            if (!wire.fill(0)) {
                                break;
                            }
                        }
                        return super.chunk(wire);
                    }
                }),
            new Mutant("an upload cannot be taken back",
                "UPLOAD_ERROR alone takes the file back, and is no chunk.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean is(String word, byte[] chunk) {
                        return !word.equals(UPLOAD_ERROR) && super.is(word, chunk);
                    }
                }),
            new Mutant("what is taken back is kept in part",
                "A file that its client takes back, or that ends with its connection, was never there.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void drop(OrchestrationZooFiles.Upload upload) throws IOException {
                        upload.complete();
                    }
                }),
            new Mutant("the words that give up are a name",
                "CANCEL_UPLOAD in place of a name is none.", root -> new OrchestrationZooServer(root) {
                    @Override
                    void upload(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
                        wire.say(OrchestrationWords.ASK_NAME);
                        store(wire, files, word(wire));
                    }
                }),
            new Mutant("the client is told to begin before the name is looked at",
                "A published client that has begun goes on: what is refused is refused before its first chunk.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void store(OrchestrationZooWire wire, OrchestrationZooFiles files, String name) throws IOException {
                        wire.say(ASK_FILE);
                        try {
                            receive(wire, files.upload(name));
                        } catch (Refused refusal) {
                            wire.say(NOT_STORED);
                        }
                    }
                }),
            new Mutant("an error at the end is not told",
                "Only what has been stored is said to be.", root -> new OrchestrationZooServer(root) {
                    @Override
                    void complete(OrchestrationZooWire wire, OrchestrationZooFiles.Upload upload) throws IOException {
                        try {
                            super.complete(wire, upload);
                        } catch (Refused refusal) {
                            wire.say(STORED);
                        }
                    }
                }),
            new Mutant("it is told before it is done",
                "Whatever has been acknowledged is there, also when the server ends in the next moment.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void complete(OrchestrationZooWire wire, OrchestrationZooFiles.Upload upload) throws IOException {
                        wire.say(STORED);
                        wire.pause();
                        upload.complete();
                    }
                }),
            new Mutant("a file begins with its first chunk",
                "An empty file has no chunk, and is a file.", root -> new OrchestrationZooServer(root) {
                    @Override
                    void receive(OrchestrationZooWire wire, OrchestrationZooFiles.Upload upload) throws IOException {
                        byte[] first = chunk(wire);
                        if (is(END_OF_FILE, first)) {
                            upload.drop();
                            throw new Refused("malformed", "that was not done");
                        }
                        if (is(UPLOAD_ERROR, first) || first.length == 0) {
                            upload.drop();
                            return;
                        }
                        upload.stream().write(first);
                        wire.say(CHUNK_RECEIVED);
                        super.receive(wire, upload);
                    }
                }));

    private UploadMutants() {
    }
}
