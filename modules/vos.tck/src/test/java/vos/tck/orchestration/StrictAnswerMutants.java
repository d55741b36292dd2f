package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.files;
import static vos.tck.orchestration.OrchestrationZoo.strict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that give wrong answers in the strict form. */
final class StrictAnswerMutants {

    static final List<Mutant> ALL = List.of(
            strict("every error is internal",
                "What went wrong is told by the word that the table has for it.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void refuse(String word, String line) throws IOException {
                        super.refuse("internal", line);
                    }
                }),
            strict("the first error ends the conversation",
                "A refused command does not end the conversation.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean goesOn() {
                        return false;
                    }
                }),
            strict("the operating system's words are passed on",
                "Where the files lie on the server's disk is nobody's business.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void refuse(String word, String line) throws IOException {
                        wire().say("ERROR " + word + ": cannot do that in " + files().root() + "\n");
                    }
                }),
            strict("the command is repeated in the error",
                "What a client sent may hold control characters, which must not come back in a status.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void refuse(String word, String line) throws IOException {
                        wire().say("ERROR " + word + ": cannot do " + line + "\n");
                    }
                }),
            strict("the size of a preview is that of its file",
                "Behind OK stands the number of bytes that follow.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void preview(String name) throws IOException {
                        wire().say("OK " + files().content(name).length + "\n");
                        wire().send(files().beginning(name));
                    }
                }),
            strict("exit is not answered",
                "Every command is answered in the strict form, exit too.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean obey(String command, String name) throws IOException {
                        return !command.equals("exit") && super.obey(command, name);
                    }
                }),
            strict("an empty listing is a sentence",
                "In the strict form a listing of nothing has no line.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void answer(byte[] content) throws IOException {
                        super.answer(content.length == 0 ? "No files.\n".getBytes(StandardCharsets.US_ASCII) : content);
                    }
                }),
            files("it is told that another user exists",
                "No answer tells whether another user, or anything of theirs, exists.",
                root -> new OrchestrationZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        try {
                            return super.place(path);
                        } catch (Refused refusal) {
                            boolean other = Set.of("user1", "user2").stream().anyMatch(path::contains);
                            throw other ? new Refused("denied", "that was not done") : refusal;
                        }
                    }
                }));

    private StrictAnswerMutants() {
    }
}
