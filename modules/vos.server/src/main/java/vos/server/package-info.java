/**
 * The server of every dialect. Start at {@link vos.server.Server}; how a request is answered is in
 * {@code Interpreter}, how a conversation goes in {@code Connection}.
 */
package vos.server;
