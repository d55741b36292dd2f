package vos.tck.minftp;

import java.io.IOException;

/** A message of which nobody knows where it ends; the conversation is over. */
final class MiniFtpZooBroken extends IOException {

    private static final long serialVersionUID = 1;

    MiniFtpZooBroken(String sentence) {
        super(sentence);
    }
}
