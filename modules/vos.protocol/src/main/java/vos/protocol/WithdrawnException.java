package vos.protocol;

import java.io.IOException;

/**
 * The sender has taken a content back before its end: nothing of it is kept, and the conversation goes on. Thrown by
 * the {@link Body} of an upload, where a dialect has a word for it.
 */
public final class WithdrawnException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says who took what back. */
    public WithdrawnException(String message) {
        super(message);
    }
}
