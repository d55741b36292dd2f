package vos.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One connection to the peer that is judged: the words in which tests are written. Each call takes one {@link Step},
 * and fails the test with a {@link Mismatch} when the peer does something else.
 *
 * <p>For one thread at a time.
 */
public final class Peer {

    private final Conversation conversation;
    private final int connection;

    Peer(Conversation conversation, int connection) {
        this.conversation = conversation;
        this.connection = connection;
    }

    /** Sends these bytes in one write. */
    public Peer send(Payload payload) {
        return sendCut(payload, List.of());
    }

    /** Sends this text, in UTF-8, in one write. */
    public Peer send(String text) {
        return send(Payload.text(text));
    }

    /** Sends these bytes with a moment's silence behind each of the offsets, which ascend. */
    public Peer sendCut(Payload payload, List<Integer> cuts) {
        return take(new Step.Send(connection, payload, List.copyOf(cuts)));
    }

    /** Sends these bytes one by one. */
    public Peer drip(Payload payload) {
        int length = payload.resolve(conversation.variables()).length;
        return sendCut(payload, IntStream.range(1, length).boxed().toList());
    }

    /** Says nothing for a time that is owed to a peer which takes one read for one message. */
    public Peer pause() {
        return pause(conversation.run().pace());
    }

    /** Says nothing for {@code millis} ms, and until a peer on this machine has read what was sent before. */
    public Peer pause(int millis) {
        return take(new Step.Pause(connection, millis));
    }

    /** These bytes must come next. */
    public Peer expect(Payload payload) {
        return take(new Step.Expect(connection, new Expectation.Exactly(payload), ""));
    }

    /** This text must come next. */
    public Peer expect(String text) {
        return expect(Payload.text(text));
    }

    /** This text must come next, and one read must give it all; for peers on this machine. */
    public Peer expectAtOnce(String text) {
        return take(new Step.Expect(connection, new Expectation.AtOnce(Payload.text(text)), ""));
    }

    /** One of these must come next; gives the one that came. */
    public byte[] expectOneOf(Payload... payloads) {
        return receive(new Expectation.OneOf(Arrays.asList(payloads)), "");
    }

    /** What must come next, for expectations that have no method of their own; gives what came. */
    public byte[] receive(Expectation expectation) {
        return receive(expectation, "");
    }

    /** As {@link #receive(Expectation)}; what came is kept as the variable {@code capture}. */
    public byte[] receive(Expectation expectation, String capture) {
        return conversation.take(new Step.Expect(connection, expectation, capture));
    }

    /** The peer must end the connection, and send nothing before. */
    public void expectEnd() {
        take(new Step.ExpectEnd(connection, Step.Ending.END));
    }

    /** The peer must break the connection off (TCP RST), and send nothing before. */
    public void expectReset() {
        take(new Step.ExpectEnd(connection, Step.Ending.RESET));
    }

    /** The connection must end somehow; what comes before does not matter, and is given. */
    public byte[] expectGone() {
        return conversation.take(new Step.ExpectEnd(connection, Step.Ending.ANY));
    }

    /** Whether the connection, which {@link #expectGone} has seen end, ended in order and was not broken off. */
    public boolean endedInOrder() {
        return conversation.endedInOrder(connection);
    }

    /** Nothing may come for {@code millis} ms, and the connection may not end. */
    public Peer expectSilence(int millis) {
        return take(new Step.ExpectSilence(connection, millis));
    }

    /** Ends the output, and can still read. */
    public Peer halfClose() {
        return take(new Step.HalfClose(connection));
    }

    /** Breaks the connection off. */
    public void reset() {
        take(new Step.Reset(connection));
    }

    /** Closes the connection. */
    public void close() {
        take(new Step.Close(connection));
    }

    private Peer take(Step step) {
        conversation.take(step);
        return this;
    }
}
