package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import vos.fs.WorkspaceException.Reason;

/** Assertions on what is refused, why, and what it is said of. */
final class Refusals {

    private Refusals() {
    }

    static WorkspaceException assertRefused(Reason reason, Executable operation) {
        WorkspaceException refusal = assertThrows(WorkspaceException.class, operation);
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        return refusal;
    }

    static WorkspaceException assertRefused(Reason reason, String path, Executable operation) {
        WorkspaceException refusal = assertRefused(reason, operation);
        assertEquals(path, refusal.path(), refusal.getMessage());
        return refusal;
    }
}
