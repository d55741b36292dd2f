package vos.fuzz;

import java.util.Optional;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.StatusLine;
import vos.protocol.Text;

/**
 * {@link StatusLine} and {@link Hello}: any bytes are a status or break the protocol, and what is understood as one is
 * understood alike when it is said again. What a server says of a failure is one line, whatever the reason that it
 * quotes, and is understood as that failure. A hello is one if it begins as one, and asks for all that follows.
 */
final class StatusLineTarget implements Target {

    @Override
    public void run(byte[] input) {
        parse(input);
        Text.decode(input).ifPresent(text -> {
            fail(text);
            hello(text);
        });
    }

    private static void parse(byte[] line) {
        try {
            Reply reply = StatusLine.parse(line);
            String again = switch (reply) {
                case Reply.Done _ -> StatusLine.done();
                case Reply.Size(long bytes) -> StatusLine.size(bytes);
                case Reply.Failed failed -> StatusLine.failed(failed);
                default -> throw new AssertionError("no status says " + reply);
            };
            Check.oneLine(again, "a status");
            Reply expected = reply instanceof Reply.Failed(ErrorCode code, String detail)
                    ? new Reply.Failed(code, Text.printable(detail)) : reply;
            Check.same(expected, StatusLine.parse(Text.encode(again)), "a status that was said again");
        } catch (ProtocolViolation e) {
            Check.oneLine(e.getMessage(), "what is wrong with a status");
        }
    }

    private static void fail(String detail) {
        for (ErrorCode code : new ErrorCode[] {ErrorCode.NOT_FOUND, ErrorCode.INTERNAL}) {
            String line = StatusLine.failed(new Reply.Failed(code, detail));
            Check.oneLine(line, "a status");
            try {
                Check.same(new Reply.Failed(code, Text.printable(detail)), StatusLine.parse(Text.encode(line)),
                        "a failure that was told");
            } catch (ProtocolViolation e) {
                throw new AssertionError("a server's status is none to its client: " + line, e);
            }
        }
    }

    private static void hello(String text) {
        Optional<Request> hello = Hello.parse(text);
        Check.same(text.startsWith("hello vos/"), hello.isPresent(), "whether it says hello");
        hello.ifPresent(said -> Check.same(new Request.Hello(text.substring("hello ".length())), said, "a hello"));
        Check.same(text.equals("vos/1") || text.startsWith("vos/1 "), Hello.isWelcome(text), "whether it is a welcome");
    }
}
