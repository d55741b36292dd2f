package vos.tck.orchestration;

import static vos.tck.ZooClient.broken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.BrokenClient;

/** Clients that do not keep to the strict form. */
final class StrictClients {

    private StrictClients() {
    }

    static List<BrokenClient> all() {
        return List.of(oneReadIsTheStatus(), statusIsNotChecked(), sizeIsNotCounted(), noSizeIsTold(),
                sentinelEndsSizedContent(), commandsAreSentBare());
    }

    private static BrokenClient oneReadIsTheStatus() {
        return broken("one read is taken for a line",
                "A line ends at LF, however many reads that takes, and what stands behind it belongs to the"
                        + " content.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    String statusLine() throws IOException {
                        return new String(wire().some(), StandardCharsets.UTF_8).split("\n", 2)[0];
                    }
                });
    }

    private static BrokenClient statusIsNotChecked() {
        return broken("the status is not looked at",
                "Only OK says that it was done, and only a size of 1 to 18 digits that a content follows.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void status(String status) {
                    }

                    @Override
                    byte[] sized(String status) throws IOException {
                        return status.matches("OK [0-9]+") ? super.sized(status) : new byte[0];
                    }
                });
    }

    private static BrokenClient sizeIsNotCounted() {
        return broken("what has come so far is taken for the content",
                "A content has as many bytes as its size says. If the connection ends before, it is a part.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    byte[] sized(String status) throws IOException {
                        return wire().some();
                    }
                });
    }

    private static BrokenClient noSizeIsTold() {
        return broken("no size is told before an upload",
                "The server cannot know where the file ends and the next command begins.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    String uploadLine(int size, String name) {
                        return "upload " + name + "\n";
                    }
                });
    }

    private static BrokenClient sentinelEndsSizedContent() {
        return broken("END_OF_FILE is looked for in the strict form",
                "A content of which the size was told holds any bytes.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    byte[] sized(String status) throws IOException {
                        byte[] content = super.sized(status);
                        int end = new String(content, StandardCharsets.ISO_8859_1).indexOf("END_OF_FILE");
                        return end < 0 ? content : Arrays.copyOf(content, end);
                    }
                });
    }

    private static BrokenClient commandsAreSentBare() {
        return broken("commands are sent without their line ends",
                "A command of the strict form is a line, and ends with LF.",
                session -> new OrchestrationTalk(session) {
                    @Override
                    void say(String word) throws IOException {
                        super.say(word.startsWith("hello") ? word : word.strip());
                    }
                });
    }
}
