package vos.tck.orchestration;

import static vos.tck.ZooClient.broken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Zoo.BrokenClient;
import vos.tck.ZooClient;

/** The clients of orchestration: a sound one, and those that are like it but for one thing. */
final class OrchestrationZooClients {

    private static final List<BrokenClient> IN_CONVERSATION = List.of(
            broken("the name is sent before it is asked for",
                "The server speaks first. What comes before its question may be lost, or taken for something else.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void logIn(String name, String password) throws IOException {
                        say(name + "\n");
                        super.logIn(name, password);
                    }
                }),
            broken("no hello is said",
                "A server speaks the strict form only with a client that has asked for it.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean hello() throws IOException {
                        await(PROMPT);
                        return false;
                    }
                }),
            broken("the answer to the hello is not taken",
                "Behind \"Invalid command.\" comes another prompt, and then the server waits for a command.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean hello() throws IOException {
                        say("hello vos/1\n");
                        await(PROMPT);
                        return await("vos/1", "Invalid command.").equals("vos/1") && welcome(statusLine());
                    }
                }),
            broken("hello waits for the prompt",
                "The hello is said when the login has succeeded. A server need not pause before its prompt then.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean hello() throws IOException {
                        await(PROMPT);
                        wire().putBack(PROMPT.getBytes(StandardCharsets.US_ASCII));
                        return super.hello();
                    }
                }),
            broken("any version is taken for a welcome",
                "Behind vos/1 stands nothing, or a space and the commands. vos/10 is another version.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    boolean welcome(String behind) {
                        return true;
                    }
                }),
            broken("a failed login is not noticed",
                "A server that closes behind \"Authentication failed.\" has had enough of this user.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void logIn(String name, String password) {
                        try {
                            super.logIn(name, password);
                        } catch (IOException e) {
                            session().print(e.toString());
                        }
                    }

                    @Override
                    boolean hello() throws IOException {
                        try {
                            return super.hello();
                        } catch (IOException e) {
                            session().print(e.toString());
                            return false;
                        }
                    }
                }),
            broken("the password is shown",
                "Whoever reads the screen or the log could log in.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void logIn(String name, String password) throws IOException {
                        session().print("logging in as " + name + " with " + password);
                        super.logIn(name, password);
                    }
                }),
            broken("one read is taken for one answer",
                "What one read gives may be a part of an answer, or more than one.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    String await(String... words) throws IOException {
                        String said = new String(wire().some(), StandardCharsets.ISO_8859_1);
                        for (String word : words) {
                            if (said.startsWith(word)) {
                                return word;
                            }
                        }
                        throw new IOException("the server says " + said);
                    }
                }),
            broken("list is sent to a published server",
                "A published server does not know it.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void command(String word, String name) throws IOException {
                        if (word.equals("list")) {
                            say(word);
                            await(PROMPT);
                        }
                        super.command(word, name);
                    }
                }),
            broken("names are sent as they were typed",
                "Some names mean something else to the server, or do not fit into a segment.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void check(String word, String name) {
                    }
                }),
            broken("an error is taken for success",
                "What was said in place of what was expected says that nothing was done.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void done(String said, String expected) throws IOException {
                        await(PROMPT);
                    }
                }),
            broken("a preview is kept as a file",
                "A preview is shown. It is no file, and may be a part of one.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void previewed(Path file, byte[] content) throws IOException {
                        Files.write(file, content);
                    }
                }),
            broken("a preview ends with END_OF_FILE",
                "A preview ends with END_OF_PREVIEW.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    String previewEnd() {
                        return "END_OF_FILE";
                    }
                }));

    static final List<BrokenClient> ALL = Stream.of(IN_CONVERSATION, TransferClients.ALL, StrictClients.ALL)
            .flatMap(List::stream).toList();

    private OrchestrationZooClients() {
    }

    static ZooClient sound() {
        return new ZooClient(OrchestrationTalk::new);
    }
}
