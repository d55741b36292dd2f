package vos.tck.orchestration;

import static vos.tck.ZooClient.broken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.BrokenClient;

/** Clients that do not keep to the strict form. */
final class StrictClients {

    static final List<BrokenClient> ALL = List.of(
            broken("one read is taken for a line",
                "A line ends at LF, however many reads that takes, and what stands behind it belongs to the"
                + " content.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    String statusLine() throws IOException {
                        return new String(wire().some(), StandardCharsets.UTF_8).split("\n", 2)[0];
                    }
                }),
            broken("the status is not looked at",
                "Only OK says that it was done, and only a size of 1 to 18 digits that a content follows.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void status(String status) {
                    }

                    @Override
                    byte[] sized(String status) throws IOException {
                        return status.matches("OK [0-9]+") ? super.sized(status) : new byte[0];
                    }
                }),
            broken("what has come so far is taken for the content",
                "A content has as many bytes as its size says. If the connection ends before, it is a part.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    byte[] sized(String status) throws IOException {
                        return wire().some();
                    }
                }),
            broken("no size is told before an upload",
                "The server cannot know where the file ends and the next command begins.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    String uploadLine(int size, String name) {
                        return "upload " + name + "\n";
                    }
                }),
            broken("END_OF_FILE is looked for in the strict form",
                "A content of which the size was told holds any bytes.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    byte[] sized(String status) throws IOException {
                        byte[] content = super.sized(status);
                        int end = new String(content, StandardCharsets.ISO_8859_1).indexOf("END_OF_FILE");
                        return end < 0 ? content : Arrays.copyOf(content, end);
                    }
                }),
            broken("commands are sent without their line ends",
                "A command of the strict form is a line, and ends with LF.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void say(String word) throws IOException {
                        super.say(word.startsWith("hello") ? word : word.strip());
                    }
                }));

    private StrictClients() {
    }
}
