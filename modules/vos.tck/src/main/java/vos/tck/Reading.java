package vos.tck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vos.tck.Mismatch.Evidence;
import vos.tck.Mismatch.Kind;

/** Reads from a connection what an expectation asks for, and finds the first byte that is not as it must be. */
final class Reading {

    /** Behind a byte that differs, as much as comes within this time is read too, for people to look at. */
    private static final Duration CONTEXT = Duration.ofMillis(150);
    private static final int CONTEXT_BYTES = 4096;
    /** No test asks for more, and a peer may announce, or send, whatever it likes. */
    private static final int LIMIT = 16 * 1024 * 1024;

    private final Link link;
    private final Map<String, byte[]> variables;

    Reading(Link link, Map<String, byte[]> variables) {
        this.link = link;
        this.variables = variables;
    }

    /** What came, without a delimiter. */
    byte[] read(Expectation expectation, Conversation conversation) throws IOException {
        return switch (expectation) {
            case Expectation.Exactly exactly -> exactly(exactly, conversation);
            case Expectation.AtOnce atOnce -> atOnce(atOnce, conversation);
            case Expectation.OneOf oneOf -> oneOf(oneOf, conversation);
            case Expectation.Sized sized -> sized(sized, conversation);
            case Expectation.Delimited delimited -> delimited(delimited, conversation);
            case Expectation.ToEnd toEnd -> toEnd(toEnd, conversation);
            case Expectation.Segment segment -> segment(segment, conversation);
        };
    }

    private byte[] sized(Expectation.Sized sized, Conversation conversation) throws IOException {
        if (sized.size() > LIMIT) {
            throw new Mismatch(new Evidence(Kind.WRONG, "a length that anything here can have", new byte[0],
                    Integer.toString(sized.size()).getBytes(StandardCharsets.US_ASCII), -1), conversation);
        }
        return formed(sized, sized.pattern(), link.read(sized.size()), sized.size(), conversation);
    }

    private byte[] exactly(Expectation.Exactly exactly, Conversation conversation) throws IOException {
        byte[] expected = exactly.payload().resolve(variables);
        ByteBuilder came = new ByteBuilder();
        while (came.size() < expected.length) {
            int before = came.size();
            came.add(link.read(Math.min(expected.length - before, piece(before))));
            int difference = came.difference(expected, before);
            if (difference >= 0 || came.size() == before) {
                throw differs(exactly, expected, came, difference, conversation);
            }
        }
        return expected;
    }

    /** Byte by byte where answers are short, so that a wrong one is noticed without waiting for more. */
    private static int piece(int offset) {
        return offset < 512 ? 1 : 64 * 1024;
    }

    private byte[] atOnce(Expectation.AtOnce atOnce, Conversation conversation) throws IOException {
        byte[] expected = atOnce.payload().resolve(variables);
        byte[] came = link.readOnce();
        if (!Arrays.equals(came, expected)) {
            throw new Mismatch(new Evidence(Conversation.kind(came, link.end()), atOnce.words(), expected, came,
                    Arrays.mismatch(came, expected)), conversation);
        }
        return came;
    }

    private byte[] oneOf(Expectation.OneOf oneOf, Conversation conversation) throws IOException {
        List<byte[]> candidates = oneOf.payloads().stream().map(payload -> payload.resolve(variables)).toList();
        ByteBuilder came = new ByteBuilder();
        while (candidates.stream().noneMatch(came::equalTo)) {
            boolean possible = candidates.stream().anyMatch(came::begins);
            int next = possible ? link.read() : -1;
            if (next < 0) {
                byte[] nearest = candidates.stream().max(Comparator.comparingInt(came::inCommon)).orElseThrow();
                throw differs(oneOf, nearest, came, possible ? -1 : came.size() - 1, conversation);
            }
            came.add(next);
        }
        return came.toArray();
    }

    private byte[] delimited(Expectation.Delimited delimited, Conversation conversation) throws IOException {
        byte[] delimiter = delimited.delimiter().resolve(variables);
        ByteBuilder came = new ByteBuilder();
        while (!came.endsWith(delimiter)) {
            int next = came.size() < LIMIT ? link.read() : -1;
            if (next < 0) {
                throw differs(delimited, new byte[0], came, -1, conversation);
            }
            came.add(next);
        }
        byte[] message = Arrays.copyOf(came.toArray(), came.size() - delimiter.length);
        return formed(delimited, delimited.pattern(), message, message.length, conversation);
    }

    /** {@code difference} is -1 if all that came was right, and more had to come. */
    private Mismatch differs(Expectation expectation, byte[] expected, ByteBuilder came, int difference,
            Conversation conversation) throws IOException {
        if (difference < 0) {
            return new Mismatch(new Evidence(Conversation.kind(new byte[0], link.end()), expectation.words(), expected,
                    came.toArray(), came.size()), conversation);
        }
        came.add(link.rest(CONTEXT, CONTEXT_BYTES));
        return new Mismatch(new Evidence(Kind.WRONG, expectation.words(), expected, came.toArray(), difference),
                conversation);
    }

    private byte[] toEnd(Expectation.ToEnd toEnd, Conversation conversation) throws IOException {
        byte[] came = link.rest(conversation.run().patience(), LIMIT);
        if (link.end() != Link.End.END) {
            throw new Mismatch(new Evidence(Conversation.kind(new byte[0], link.end()),
                    toEnd.words() + ", and the end of the connection", new byte[0], came, -1), conversation);
        }
        return formed(toEnd, toEnd.pattern(), came, came.length, conversation);
    }

    private byte[] segment(Expectation.Segment segment, Conversation conversation) throws IOException {
        int first = link.read();
        if (first < 0 && link.end() != Link.End.END) {
            throw differs(segment, new byte[0], new ByteBuilder(), -1, conversation);
        }
        ByteBuilder came = new ByteBuilder();
        if (first >= 0) {
            came.add(first);
            came.add(link.rest(Duration.ofMillis(segment.silence()), LIMIT));
        }
        return formed(segment, segment.pattern(), came.toArray(), came.size(), conversation);
    }

    private byte[] formed(Expectation expectation, String pattern, byte[] came, int size, Conversation conversation) {
        if (came.length < size) {
            throw new Mismatch(new Evidence(Conversation.kind(new byte[0], link.end()), expectation.words(),
                    new byte[0], came, -1), conversation);
        }
        if (!Expectation.matches(pattern, came)) {
            throw new Mismatch(new Evidence(Kind.WRONG, expectation.words(), new byte[0], came, -1), conversation);
        }
        return came;
    }
}
