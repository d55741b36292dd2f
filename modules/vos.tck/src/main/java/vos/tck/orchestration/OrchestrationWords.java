package vos.tck.orchestration;

/** What is said in the published form, as {@code specs/orchestration.md} has it. */
final class OrchestrationWords {

    static final String USERNAME = "Username: ";
    static final String PASSWORD = "Password: ";
    static final String LET_IN = "Authentication successful.";
    static final String TURNED_AWAY = "Authentication failed.";
    static final String PROMPT = "Enter command (upload/download/delete/exit): ";
    static final String INVALID = "Invalid command.";

    static final String ASK_NAME = "Ready to receive the filename.";
    static final String BAD_NAME = "Invalid filename.";
    static final String ASK_FILE = "Ready to receive file data.";
    static final String CHUNK_RECEIVED = "Chunk received.";
    static final String STORED = "File upload completed successfully.";
    static final String NOT_STORED = "Error: Failed to receive file data.";
    static final String CANCEL_UPLOAD = "CANCEL_UPLOAD";
    static final String UPLOAD_ERROR = "UPLOAD_ERROR";
    static final String END_OF_FILE = "END_OF_FILE";

    static final String FOUND = "FILE_FOUND";
    static final String NOT_FOUND = "FILE_NOT_FOUND";
    static final String ERROR = "ERROR";
    static final String PREVIEW_MODE = "PREVIEW_MODE";
    static final String END_OF_PREVIEW = "END_OF_PREVIEW";

    static final String ASK_DELETED = "Enter the filename to delete: ";
    static final String DELETED = "FILE_DELETED";
    static final String NOT_DELETED = "Error: Failed to delete file.";

    private OrchestrationWords() {
    }
}
