/**
 * What a shell does to files, without a shell: {@code ls -R}, {@code mv}, {@code rm -r} and their like, in a workspace
 * that nobody leaves.
 *
 * <p>Start at {@link vos.shell.Shell}, which is all that is public. Within, a line becomes words ({@code Tokenizer}),
 * the words become names ({@code Expansion}), the first of them finds a {@code Command} in the table
 * ({@code Commands}), and the others are its {@code Arguments}.
 */
package vos.shell;
