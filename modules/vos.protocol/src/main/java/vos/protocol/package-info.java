/**
 * The vocabulary of file transfer and the framings that carry it.
 *
 * <p>Start at {@link vos.protocol.Dialect}, which is what one protocol variant consists of, and at
 * {@link vos.protocol.Framing}, which is where the five variants differ: how does the receiver know that a message is
 * over?
 */
package vos.protocol;
