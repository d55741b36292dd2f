package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.talking;
import static vos.tck.orchestration.OrchestrationZoo.withFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that give wrong answers in the strict form. */
final class StrictAnswerMutants {

    private StrictAnswerMutants() {
    }

    static List<Mutant> all() {
        return List.of(everyErrorIsInternal(), theFirstErrorEndsTheConversation(),
                theOperatingSystemsWordsArePassedOn(), theCommandIsRepeatedInTheError(),
                theSizeOfAPreviewIsThatOfItsFile(), exitIsNotAnswered(), anEmptyListingIsASentence(),
                itIsToldThatAnotherUserExists());
    }

    private static Mutant everyErrorIsInternal() {
        return new Mutant("every error is internal",
                "What went wrong is told by the word that the table has for it.", talking(AllInternal::new));
    }

    private static Mutant theFirstErrorEndsTheConversation() {
        return new Mutant("the first error ends the conversation",
                "A refused command does not end the conversation.", talking(EndsAtAnError::new));
    }

    private static Mutant theOperatingSystemsWordsArePassedOn() {
        return new Mutant("the operating system's words are passed on",
                "Where the files lie on the server's disk is nobody's business.", talking(TellsPlaces::new));
    }

    private static Mutant theCommandIsRepeatedInTheError() {
        return new Mutant("the command is repeated in the error",
                "What a client sent may hold control characters, which must not come back in a status.",
                talking(Repeats::new));
    }

    private static Mutant theSizeOfAPreviewIsThatOfItsFile() {
        return new Mutant("the size of a preview is that of its file",
                "Behind OK stands the number of bytes that follow.", talking(TellsTheWrongSize::new));
    }

    private static Mutant exitIsNotAnswered() {
        return new Mutant("exit is not answered",
                "Every command is answered in the strict form, exit too.", talking(LeavesSilently::new));
    }

    private static Mutant anEmptyListingIsASentence() {
        return new Mutant("an empty listing is a sentence",
                "In the strict form a listing of nothing has no line.", talking(SaysNoFiles::new));
    }

    private static Mutant itIsToldThatAnotherUserExists() {
        return new Mutant("it is told that another user exists",
                "No answer tells whether another user, or anything of theirs, exists.",
                root -> withFiles(root, TellsOtherUsers::new));
    }

    private static final class AllInternal extends OrchestrationZooStrict {

        AllInternal(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void refuse(String word, String line) throws IOException {
            super.refuse("internal", line);
        }
    }

    private static final class EndsAtAnError extends OrchestrationZooStrict {

        EndsAtAnError(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean goesOn() {
            return false;
        }
    }

    private static final class TellsPlaces extends OrchestrationZooStrict {

        TellsPlaces(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void refuse(String word, String line) throws IOException {
            wire().say("ERROR " + word + ": cannot do that in " + files().root() + "\n");
        }
    }

    private static final class Repeats extends OrchestrationZooStrict {

        Repeats(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void refuse(String word, String line) throws IOException {
            wire().say("ERROR " + word + ": cannot do " + line + "\n");
        }
    }

    private static final class TellsTheWrongSize extends OrchestrationZooStrict {

        TellsTheWrongSize(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void preview(String name) throws IOException {
            wire().say("OK " + files().content(name).length + "\n");
            wire().send(files().beginning(name));
        }
    }

    private static final class LeavesSilently extends OrchestrationZooStrict {

        LeavesSilently(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        boolean obey(String command, String name) throws IOException {
            return !command.equals("exit") && super.obey(command, name);
        }
    }

    private static final class SaysNoFiles extends OrchestrationZooStrict {

        SaysNoFiles(OrchestrationZooWire wire, OrchestrationZooFiles files) {
            super(wire, files);
        }

        @Override
        void answer(byte[] content) throws IOException {
            super.answer(content.length == 0 ? "No files.\n".getBytes(StandardCharsets.US_ASCII) : content);
        }
    }

    private static final class TellsOtherUsers extends OrchestrationZooFiles {

        TellsOtherUsers(Path root) throws IOException {
            super(root);
        }

        @Override
        public Path place(String path) throws IOException {
            try {
                return super.place(path);
            } catch (Refused refusal) {
                boolean other = Set.of("user1", "user2").stream().anyMatch(path::contains);
                throw other ? new Refused("denied", "that was not done") : refusal;
            }
        }
    }
}
