package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationWords.CANCEL_UPLOAD;
import static vos.tck.orchestration.OrchestrationWords.CHUNK_RECEIVED;
import static vos.tck.orchestration.OrchestrationWords.DELETED;
import static vos.tck.orchestration.OrchestrationWords.END_OF_FILE;
import static vos.tck.orchestration.OrchestrationWords.ERROR;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.NOT_STORED;
import static vos.tck.orchestration.OrchestrationWords.STORED;
import static vos.tck.orchestration.OrchestrationWords.TURNED_AWAY;
import static vos.tck.orchestration.OrchestrationWords.UPLOAD_ERROR;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vos.tck.Account;
import vos.tck.Refused;
import vos.tck.ZooServer;

/** A server of orchestration that does everything right, in small steps, so that another can do one of them wrong. */
class OrchestrationZooServer extends ZooServer {

    static final List<String> COMMANDS = List.of("upload", "download", "preview", "delete", "list", "exit");
    private static final Set<String> MISSING =
            Set.of("not-found", "not-a-directory", "invalid-name", "outside-the-workspace");
    private static final String HELLO = "hello vos/";

    OrchestrationZooServer(Path root) throws IOException {
        super(root);
    }

    @Override
    public List<Account> accounts() {
        return Account.USUAL;
    }

    OrchestrationZooWire wire(Socket socket) {
        return new OrchestrationZooWire(socket);
    }

    OrchestrationZooFiles files(String user) throws IOException {
        return new OrchestrationZooFiles(directory().resolve(user));
    }

    OrchestrationZooStrict strict(OrchestrationZooWire wire, OrchestrationZooFiles files) {
        return new OrchestrationZooStrict(wire, files);
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        OrchestrationZooWire wire = wire(socket);
        Optional<String> user = login(wire);
        if (user.isPresent()) {
            talk(wire, files(user.get()));
        }
        wire.leave();
    }

    // ---- login -----------------------------------------------------------------------------------------------------

    /** The user who has logged in; empty when the client has gone, or failed too often. */
    Optional<String> login(OrchestrationZooWire wire) throws IOException {
        for (int i = 0; i < attempts(); i++) {
            if (i > 0) {
                wire.pause();
            }
            wire.say(OrchestrationWords.USERNAME);
            if (wire.atEnd()) {
                return Optional.empty();
            }
            String name = trimmed(text(wire.line()).orElse(""));
            wire.say(OrchestrationWords.PASSWORD);
            String password = trimmed(text(wire.line()).orElse(""));
            if (isRight(name, password)) {
                wire.say(OrchestrationWords.LET_IN);
                return Optional.of(name);
            }
            wire.say(failure(name));
        }
        return Optional.empty();
    }

    int attempts() {
        return 3;
    }

    boolean isRight(String name, String password) {
        return accounts().contains(new Account(name, password));
    }

    String failure(String name) {
        return TURNED_AWAY;
    }

    String trimmed(String words) {
        return words.strip();
    }

    /** The text, if it is UTF-8. */
    Optional<String> text(byte[] bytes) throws IOException {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** What a client says next, without white space around it; blank if it is not UTF-8. */
    String word(OrchestrationZooWire wire) throws IOException {
        return trimmed(text(wire.segment(come -> false)).orElse(""));
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    /** Prompts and obeys until the client has gone. */
    void talk(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
        boolean more = true;
        while (more) {
            wire.pause();
            prompt(wire);
            byte[] segment = wire.atEnd() ? new byte[0] : wire.segment(this::isCut);
            String command = OrchestrationZooWire.latin(segment);
            if (command.startsWith(HELLO)) {
                hello(wire, files, command);
                return;
            }
            more = segment.length == 0 ? nothing(wire)
                    : obey(understood(text(segment).map(this::trimmed).orElse("?")), wire, files);
        }
    }

    /** Whether the conversation goes on behind a read that gave nothing. */
    boolean nothing(OrchestrationZooWire wire) throws IOException {
        return false;
    }

    void prompt(OrchestrationZooWire wire) throws IOException {
        wire.say(OrchestrationWords.PROMPT);
    }

    /** Whether this is the beginning of something, and not all of it. */
    boolean isCut(String come) {
        return come.startsWith(HELLO) && come.indexOf('\n') < 0
                || Stream.concat(COMMANDS.stream(), Stream.of(HELLO)).anyMatch(word -> isCut(word, come));
    }

    static boolean isCut(String word, String come) {
        return come.length() < word.length() && word.startsWith(come);
    }

    /** Goes on in the strict form, also with what came behind the hello. */
    void hello(OrchestrationZooWire wire, OrchestrationZooFiles files, String come) throws IOException {
        OrchestrationZooStrict talk = strict(wire, files);
        int end = come.indexOf('\n') + 1;
        talk.push(come.substring(end).getBytes(StandardCharsets.ISO_8859_1));
        talk.converse();
    }

    /** The command that is meant. */
    String understood(String words) {
        return words;
    }

    /** Whether the conversation goes on. */
    boolean obey(String command, OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
        switch (command) {
            case "upload" -> upload(wire, files);
            case "download" -> download(wire, files);
            case "preview" -> preview(wire, files, word(wire));
            case "delete" -> delete(wire, files);
            case "list" -> list(wire, files);
            case "exit" -> {
                return false;
            }
            default -> wire.say(OrchestrationWords.INVALID);
        }
        return true;
    }

    void list(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
        String names = files.listing("");
        wire.say(names.isEmpty() ? "No files.\n" : names);
    }

    void delete(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
        wire.say(OrchestrationWords.ASK_DELETED);
        try {
            files.delete(word(wire));
            wire.say(DELETED);
        } catch (Refused refusal) {
            wire.say(MISSING.contains(refusal.word()) ? NOT_FOUND : OrchestrationWords.NOT_DELETED);
        }
    }

    // ---- upload ----------------------------------------------------------------------------------------------------

    void upload(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
        wire.say(OrchestrationWords.ASK_NAME);
        String name = word(wire);
        if (name.isEmpty()) {
            wire.say(OrchestrationWords.BAD_NAME);
        } else if (!name.equals(CANCEL_UPLOAD)) {
            store(wire, files, name);
        }
    }

    void store(OrchestrationZooWire wire, OrchestrationZooFiles files, String name) throws IOException {
        try {
            OrchestrationZooFiles.Upload upload = files.upload(name);
            wire.say(OrchestrationWords.ASK_FILE);
            receive(wire, upload);
        } catch (Refused refusal) {
            wire.say(NOT_STORED);
        }
    }

    void receive(OrchestrationZooWire wire, OrchestrationZooFiles.Upload upload) throws IOException {
        byte[] chunk = chunk(wire);
        while (chunk.length > 0 && !is(END_OF_FILE, chunk) && !is(UPLOAD_ERROR, chunk)) {
            upload.stream().write(chunk);
            acknowledge(wire);
            chunk = chunk(wire);
        }
        if (is(END_OF_FILE, chunk)) {
            complete(wire, upload);
        } else {
            drop(upload);
        }
    }

    byte[] chunk(OrchestrationZooWire wire) throws IOException {
        return wire.segment(come -> isCut(END_OF_FILE, come) || isCut(UPLOAD_ERROR, come));
    }

    boolean is(String word, byte[] chunk) {
        return OrchestrationZooWire.latin(chunk).equals(word);
    }

    void acknowledge(OrchestrationZooWire wire) throws IOException {
        wire.say(CHUNK_RECEIVED);
    }

    void complete(OrchestrationZooWire wire, OrchestrationZooFiles.Upload upload) throws IOException {
        upload.complete();
        wire.say(STORED);
    }

    /** The client has taken the file back, or gone. */
    void drop(OrchestrationZooFiles.Upload upload) throws IOException {
        upload.drop();
    }

    // ---- download --------------------------------------------------------------------------------------------------

    void download(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
        String name = word(wire);
        if (isPreview(name)) {
            preview(wire, files, name.substring("PREVIEW ".length()));
        } else {
            send(wire, () -> files.content(name), OrchestrationWords.FOUND, END_OF_FILE);
        }
    }

    boolean isPreview(String name) {
        return name.startsWith("PREVIEW ");
    }

    void preview(OrchestrationZooWire wire, OrchestrationZooFiles files, String name) throws IOException {
        send(wire, () -> files.beginning(name), OrchestrationWords.PREVIEW_MODE, OrchestrationWords.END_OF_PREVIEW);
    }

    /** Where a file is read from. */
    interface Source {
        byte[] read() throws IOException;
    }

    void send(OrchestrationZooWire wire, Source source, String announcement, String end) throws IOException {
        try {
            byte[] content = source.read();
            if (holds(content, end)) {
                wire.say(ERROR);
                return;
            }
            wire.say(announcement);
            wire.pause();
            wire.send(content);
            wire.pause();
            wire.say(end);
        } catch (Refused refusal) {
            wire.say(MISSING.contains(refusal.word()) ? NOT_FOUND : ERROR);
        }
    }

    boolean holds(byte[] content, String end) {
        return OrchestrationZooWire.latin(content).contains(end);
    }
}
