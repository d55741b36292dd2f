package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.talking;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.Mutant;

/** Servers that do not find the ends of hellos, lines and files in the strict form. */
final class StrictMutants {

    private StrictMutants() {
    }

    static List<Mutant> all() {
        return List.of(thereIsNoStrictForm(), onlyOneVersionIsGreeted(), whatComesBehindTheHelloIsLost(),
                thereArePromptsInTheStrictForm(), oneReadIsOneLine(), theStrictFormWaitsForAClock(),
                crBelongsToTheLine(), anUploadWithoutASizeIsJustRefused(), theBytesOfARefusedUploadAreCommands(),
                aLineMayBeOfAnyLength(), aConnectionIsClosedWithWhatIsUnread(), theEndOfTheStreamEndsTheFile(),
                aLineThatIsCutIsACommand(), anEmptyLineIsACommand(), aNameEndsAtASpace());
    }

    private static Mutant thereIsNoStrictForm() {
        return new Mutant("there is no strict form",
                "A hello is answered with vos/1 and the commands on offer.", NoHello::new);
    }

    private static Mutant onlyOneVersionIsGreeted() {
        return new Mutant("only one version is greeted",
                "A hello for a later version is answered with the latest that is known.", OneVersion::new);
    }

    private static Mutant whatComesBehindTheHelloIsLost() {
        return new Mutant("what comes behind the hello is lost",
                "The hello ends at its line end. What the same read gave behind it is the next command.",
                talking(LosesTheRest::new));
    }

    private static Mutant thereArePromptsInTheStrictForm() {
        return new Mutant("there are prompts in the strict form",
                "Behind a hello there are no more prompts.", talking(Prompts::new));
    }

    private static Mutant oneReadIsOneLine() {
        return new Mutant("one read is one line",
                "A line ends at its LF, however the network has cut or joined it.",
                talking(ReadsAreLines::new));
    }

    private static Mutant theStrictFormWaitsForAClock() {
        return new Mutant("the strict form waits for a clock",
                "In the strict form every message tells where it ends, and nobody has to pause.",
                talking(Pauses::new));
    }

    private static Mutant crBelongsToTheLine() {
        return new Mutant("CR belongs to the line",
                "A CR before the line end is no part of the line.", talking(KeepsCr::new));
    }

    private static Mutant anUploadWithoutASizeIsJustRefused() {
        return new Mutant("an upload without a size is just refused",
                "Without a size nobody knows where the next command begins: the connection has to end.",
                talking(GoesOnWhenBroken::new));
    }

    private static Mutant theBytesOfARefusedUploadAreCommands() {
        return new Mutant("the bytes of a refused upload are commands",
                "What is refused is read all the same, and thrown away.", talking(ForgetsTheBody::new));
    }

    private static Mutant aLineMayBeOfAnyLength() {
        return new Mutant("a line may be of any length",
                "A line of more than 8,192 bytes breaks the framing.", talking(NoLimit::new));
    }

    private static Mutant aConnectionIsClosedWithWhatIsUnread() {
        return new Mutant("a connection is closed with what is unread",
                "Closing with unread bytes resets the connection, and takes the last words from the client.",
                root -> OrchestrationZoo.withWire(root, ClosesAtOnce::new));
    }

    private static Mutant theEndOfTheStreamEndsTheFile() {
        return new Mutant("the end of the stream ends the file",
                "The size tells where a file ends; a connection that ends before has broken it off.",
                talking(TakesWhatCame::new));
    }

    private static Mutant aLineThatIsCutIsACommand() {
        return new Mutant("a line that is cut is a command",
                "A line without its end has not come.", talking(ObeysCutLines::new));
    }

    private static Mutant anEmptyLineIsACommand() {
        return new Mutant("an empty line is a command",
                "An empty line is no command, and is not answered.", talking(AnswersEmptyLines::new));
    }

    private static Mutant aNameEndsAtASpace() {
        return new Mutant("a name ends at a space",
                "A name is all that follows the command and one space.", talking(CutsNames::new));
    }

    private static final class NoHello extends OrchestrationZooServer {

        NoHello(Path root) throws IOException {
            super(root);
        }

        @Override
        void hello(OrchestrationZooWire wire, OrchestrationZooFiles files, String come) throws IOException {
            wire.say(OrchestrationWords.INVALID);
            talk(wire, files);
        }
    }

    private static final class OneVersion extends OrchestrationZooServer {

        OneVersion(Path root) throws IOException {
            super(root);
        }

        @Override
        void hello(OrchestrationZooWire wire, OrchestrationZooFiles files, String come) throws IOException {
            if (come.startsWith("hello vos/1\n")) {
                super.hello(wire, files, come);
            } else {
                wire.say(OrchestrationWords.INVALID);
                talk(wire, files);
            }
        }
    }

    private static final class LosesTheRest extends OrchestrationZooStrict {

        LosesTheRest(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void push(byte[] bytes) {
            // It is gone.
        }
    }

    private static final class Prompts extends OrchestrationZooStrict {

        Prompts(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void done() throws IOException {
            super.done();
            wire().say(OrchestrationWords.PROMPT);
        }
    }

    private static final class ReadsAreLines extends OrchestrationZooStrict {

        ReadsAreLines(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        byte[] line() throws IOException {
            byte[] segment = wire().segment(come -> false);
            int end = OrchestrationZooWire.latin(segment).indexOf('\n');
            push(Arrays.copyOfRange(segment, end + 1, segment.length));
            return segment.length == 0 ? null : Arrays.copyOf(segment, Math.max(0, end));
        }
    }

    private static final class Pauses extends OrchestrationZooStrict {

        Pauses(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void answer(byte[] content) throws IOException {
            wire().pause();
            super.answer(content);
        }
    }

    private static final class KeepsCr extends OrchestrationZooStrict {

        KeepsCr(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        byte[] withoutCr(byte[] bytes) {
            return bytes;
        }
    }

    private static final class GoesOnWhenBroken extends OrchestrationZooStrict {

        GoesOnWhenBroken(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean broken() throws IOException {
            super.broken();
            return true;
        }
    }

    private static final class ForgetsTheBody extends OrchestrationZooStrict {

        ForgetsTheBody(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean store(int size, String name) throws IOException {
            files().upload(name).drop();
            return super.store(size, name);
        }
    }

    private static final class NoLimit extends OrchestrationZooStrict {

        NoLimit(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        int limit() {
            return 1 << 20;
        }
    }

    private static final class ClosesAtOnce extends OrchestrationZooWire {

        private final Socket socket;

        ClosesAtOnce(Socket socket) {
            super(socket);
            this.socket = socket;
        }

        /** Java ends the output before it closes; here the system does what it does for most languages. */
        @Override
        void leave() throws IOException {
            if (unread().length > 0 || socket.getInputStream().available() > 0) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    private static final class TakesWhatCame extends OrchestrationZooStrict {

        TakesWhatCame(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean isWhole(byte[] content, int size) {
            return true;
        }
    }

    private static final class ObeysCutLines extends OrchestrationZooStrict {

        ObeysCutLines(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        byte[] cut(byte[] bytes) {
            return bytes.length == 0 ? null : bytes;
        }
    }

    private static final class AnswersEmptyLines extends OrchestrationZooStrict {

        AnswersEmptyLines(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean empty() throws IOException {
            refuse("unsupported", "");
            return true;
        }
    }

    private static final class CutsNames extends OrchestrationZooStrict {

        CutsNames(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean store(int size, String name) throws IOException {
            return super.store(size, name.split(" ")[0]);
        }
    }
}
