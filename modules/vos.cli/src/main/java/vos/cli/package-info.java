/**
 * The terminal: what people type, and what they are told.
 *
 * <p>Start at {@link vos.cli.Vos}, which has a command for each thing to do; {@code ServeCommand} and
 * {@code ConnectCommand} are the two that matter. A lab that is run alone starts at {@link vos.cli.Launcher}.
 */
package vos.cli;
