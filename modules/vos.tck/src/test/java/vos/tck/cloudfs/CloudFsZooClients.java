package vos.tck.cloudfs;

import static vos.tck.ZooClient.broken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vos.tck.Zoo.BrokenClient;
import vos.tck.ZooClient;

/** The clients of cloud-fs: a sound one, and those that are like it but for one thing. */
final class CloudFsZooClients {

    private static final List<BrokenClient> OWN = List.of(
            // ---- frames and lines
            broken("the header is not padded",
                "A header has 64 bytes, whatever the number in it. A server that reads 64 takes the message for a "
                + "part of it.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void frame(byte[] content) throws IOException {
                        wire().send(content.length + " ");
                        wire().send(content);
                    }
                }),
            broken("the length is told in characters",
                "A header tells the bytes of the message in UTF-8, of which a character may have four.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void say(String message) throws IOException {
                        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
                        wire().send(String.format(Locale.ROOT, "%-64d", message.length()));
                        wire().send(bytes);
                    }
                }),
            broken("only the first argument of a line is sent",
                "A line is sent as it was typed, whatever it holds: the server's shell cuts it into words.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void say(String message) throws IOException {
                        super.say(message.replaceFirst("^((RUN )?\\S+ \\S+) .*", "$1"));
                    }
                }),
            broken("backslashes are made slashes",
                "A name is all that follows the first space, and a backslash is a character as any other.",
                session -> new CloudFsTalk(session) {
                    @Override
                    String name(String typed) {
                        return typed.replace('\\', '/');
                    }
                }),
            broken("no leave is taken when nothing more is typed",
                "A published server that is left without !DISCONNECT keeps a processor busy for ever.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void leave(boolean unasked) throws IOException {
                        if (!unasked) {
                            super.leave(false);
                        }
                    }
                }),
            broken("a line that is a request is sent",
                "The server would take it for one: a content would be waited for, or sent.",
                session -> new CloudFsTalk(session) {
                    @Override
                    boolean sendable(String line) {
                        return true;
                    }
                }),
            // ---- towards a published server
            broken("an answer that begins with a digit is taken for a frame",
                "Only 64 bytes of the form of a header are one.",
                session -> new CloudFsTalk(session) {
                    @Override
                    boolean isHeader(String begun) {
                        return begun.isEmpty() || Character.isDigit(begun.charAt(0));
                    }
                }),
            broken("the marker is always the same",
                "Whoever knows it can put the answer to it into a file, and so end an output or a content early.",
                session -> new CloudFsTalk(session) {
                    @Override
                    String newMarker() {
                        return "vos-aaaaaaaa";
                    }
                }),
            broken("any two answers are taken for those of a shell",
                "If they are not alike, the answer to the marker is not known, and no answer has an end.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void learn() throws IOException {
                        some();
                        speakPublished(marker(), "/bin/sh: 1: " + marker() + ": not found\n");
                    }
                }),
            broken("no hello is said, and no marker asked",
                "As the published client does. Its answers have no end, and no file that holds the sentinel comes "
                + "whole.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void begin() {
                        speakPublished("", "");
                    }

                    @Override
                    void publishedOutput() throws IOException {
                        some();
                    }

                    @Override
                    void stored() {
                        // It reads nothing there.
                    }
                }),
            broken("one read is taken for an output",
                "Only the answer to the marker ends an output. What comes later is taken for the answer to the next "
                + "line.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void publishedOutput() throws IOException {
                        some();
                    }
                }),
            broken("no pause around the sentinel",
                "A published server finds the sentinel only in one read, and stores what stands behind it in the "
                + "same.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void pause(int millis) {
                        // That is what it gets wrong.
                    }
                }),
            broken("an upload is taken for done when it has been sent",
                "Only an answer to what is asked behind it shows that the server has stored it and lives.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void stored() throws IOException {
                        mark();
                        wire().quietFor(200);
                    }
                }),
            broken("a content with the sentinel is sent",
                "The server takes the sentinel in the content for its end, and the rest for frames.",
                session -> new CloudFsTalk(session) {
                    @Override
                    boolean mustNotBeSent(byte[] content) {
                        return false;
                    }
                }),
            // ---- the strict form
            broken("the answer to hello is ignored",
                "Once the server has said vos/1, both sides keep to the strict form.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void agreed(String welcome) {
                        speakPublished("vos-aaaaaaaa", "no such command");
                    }
                }),
            broken("one read is taken for a header",
                "A read gives what has come, which may be a part of the header, or more.",
                session -> new CloudFsTalk(session) {
                    @Override
                    String header() throws IOException {
                        String some = string(some());
                        if (some.length() > 64) {
                            wire().putBack(bytes(some.substring(64)));
                        }
                        return some.substring(0, Math.min(64, some.length()));
                    }
                }),
            broken("a header is read as digits and then spaces",
                "Some write the number at the end of the header. Spaces may stand before it or behind.",
                session -> new CloudFsTalk(session) {
                    @Override
                    protected int number(String header) throws IOException {
                        return super.number("x".repeat(header.startsWith(" ") ? 1 : 0) + header);
                    }
                }),
            broken("a header that is no number is guessed at",
                "A server that cannot say how much is to come cannot be believed in what follows either.",
                session -> new CloudFsTalk(session) {
                    @Override
                    protected int number(String header) {
                        String digits = header.replaceAll("[^0-9]", "");
                        String few = digits.substring(0, Math.min(8, digits.length()));
                        return few.isEmpty() ? 0 : Integer.parseInt(few);
                    }
                }),
            broken("the first frame is taken for the output",
                "An output has as many frames as it likes. An empty one ends it.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void output() throws IOException {
                        wire().take(number(header()));
                        wire().take(number(header()));
                    }
                }),
            broken("what is no error is taken for OK",
                "What is no status cannot be understood, and what stands behind it neither.",
                session -> new CloudFsTalk(session) {
                    @Override
                    void status() throws IOException {
                        String status = string(wire().take(number(header())));
                        if (status.startsWith("ERROR")) {
                            throw new IOException(status);
                        }
                    }
                }),
            broken("the sentinel is still sent",
                "In the strict form the header of the content tells where it ends.",
                session -> new CloudFsTalk(session) {
                    @Override
                    byte[] framedContent(byte[] content) {
                        return bytes(string(content) + SENTINEL);
                    }
                }));

    static final List<BrokenClient> ALL = Stream.concat(OWN.stream(), TransferClients.ALL.stream()).toList();

    private CloudFsZooClients() {
    }

    static ZooClient sound() {
        return new ZooClient(CloudFsTalk::new);
    }
}
