package vos.lab.orchestration;

import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * What is said in the published form {@code [ORCH-2]} to {@code [ORCH-5]}, by the server unless it is said otherwise.
 * No word has a line end, and none is the beginning of another one that may stand in its place.
 */
final class Words {
    static final String USERNAME = "Username: ";
    static final String PASSWORD = "Password: ";
    static final String LET_IN = "Authentication successful.";
    static final String TURNED_AWAY = "Authentication failed.";
    static final String PROMPT = "Enter command (upload/download/delete/exit): ";
    static final String UNKNOWN = "Invalid command.";

    static final String ASK_NAME = "Ready to receive the filename.";
    static final String BAD_NAME = "Invalid filename.";
    static final String ASK_FILE = "Ready to receive file data.";
    static final String ACKNOWLEDGED = "Chunk received.";
    static final String STORED = "File upload completed successfully.";
    static final String NOT_STORED = "Error: Failed to receive file data.";
    /** Said by the client in place of a name. */
    static final String CANCEL = "CANCEL_UPLOAD";
    /** Said by the client in place of a chunk. */
    static final String GIVE_UP = "UPLOAD_ERROR";
    /** Said by whoever sends a file. */
    static final String END_OF_FILE = "END_OF_FILE";

    static final String FOUND = "FILE_FOUND";
    static final String NOT_FOUND = "FILE_NOT_FOUND";
    static final String PREVIEWING = "PREVIEW_MODE";
    static final String END_OF_PREVIEW = "END_OF_PREVIEW";
    static final String ERROR = "ERROR";
    /** Said by the client before a name. */
    static final String PREVIEW = "PREVIEW ";

    static final String ASK_DELETED = "Enter the filename to delete: ";
    static final String DELETED = "FILE_DELETED";
    static final String NOT_DELETED = "Error: Failed to delete file.";

    static final String NO_FILES = "No files.\n";

    private Words() {
    }

    /** What is said when {@code request} has failed {@code [ORCH-5.1]}. */
    static String failed(Request request, Reply.Failed failure) {
        return switch (request) {
            case Request.Upload _ -> NOT_STORED;
            case Request.Download _, Request.Preview _ -> isMissing(failure.code()) ? NOT_FOUND : ERROR;
            case Request.Remove _ -> isMissing(failure.code()) ? NOT_FOUND : NOT_DELETED;
            case Request.Unknown _, Request.Malformed _ -> UNKNOWN;
            default -> ERROR;
        };
    }

    /** What lies outside the user's directory is told from what does not exist by nothing {@code [ORCH-4.1]}. */
    private static boolean isMissing(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND, NOT_A_DIRECTORY, INVALID_NAME, OUTSIDE_THE_WORKSPACE -> true;
            default -> false;
        };
    }
}
